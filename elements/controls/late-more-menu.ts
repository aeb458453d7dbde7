import { html, nothing, type TemplateResult } from 'lit';
import type { Layout } from '../../src/call/call-options.js';
import { SELF_VIEWS, type Reaction, type SelfView } from '../../src/call/call-words.js';
import type { CallState } from '../../src/call/call.js';
import { hiddenParts } from '../shared/hidden-parts.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import type { Panel } from '../shared/panels.js';
import { canFullscreen, isFullscreen } from '../shared/toggle-fullscreen.js';
import { lateIcons } from './late-icons.js';
import { reactionsRow } from './late-reactions.js';
import type { Tool } from './late-tools.js';

type ChoiceKey =
  `moreControls.${'layoutAuto' | 'layoutGrid' | 'layoutSpeaker' | 'layoutSidebar' | 'selfTile' | 'selfFloating' | 'selfHidden'}`;

interface Choice<Value> {
  readonly value: Value;
  readonly icon: TemplateResult;
  readonly key: ChoiceKey;
}

const LAYOUT_CHOICES: readonly Choice<Layout>[] = [
  { value: 'auto', icon: lateIcons.auto, key: 'moreControls.layoutAuto' },
  { value: 'grid', icon: lateIcons.grid, key: 'moreControls.layoutGrid' },
  { value: 'speaker', icon: lateIcons.speakerView, key: 'moreControls.layoutSpeaker' },
  { value: 'sidebar', icon: lateIcons.sidebar, key: 'moreControls.layoutSidebar' },
];

const SELF_ICONS: Readonly<Record<SelfView, TemplateResult>> = {
  tile: lateIcons.grid,
  floating: lateIcons.selfFloating,
  hidden: lateIcons.selfHidden,
};
const SELF_KEYS = { tile: 'moreControls.selfTile', floating: 'moreControls.selfFloating', hidden: 'moreControls.selfHidden' } as const;
const SELF_CHOICES: readonly Choice<SelfView>[] = SELF_VIEWS.map((value) => ({ value, icon: SELF_ICONS[value], key: SELF_KEYS[value] }));

export function selectMenu(state: Readonly<CallState>) {
  const { layout, selfView, can, cameraFeatures, options } = state;
  return { layout, selfView, canFlip: can.flipCamera, torch: cameraFeatures?.torch?.isOn ?? null, isAudioOnly: options.isAudioOnly };
}

export interface MoreMenuOptions {
  readonly text: Localizer;
  readonly view: ReturnType<typeof selectMenu>;
  /** What found no room in the toolbar. */
  readonly tools: readonly Tool[];
  readonly hide: string;
  readonly panel: string;
  /** The `<nex-call>` around; null where the toolbar stands without one. */
  readonly owner: Element | null;
  readonly onTool: (tool: Tool) => void;
  readonly onReact: (emoji: Reaction) => void;
  readonly onPanel: (panel: Panel) => void;
  readonly onLayout: (layout: Layout) => void;
  readonly onSelfView: (selfView: SelfView) => void;
  readonly onFlip: () => void;
  readonly onTorch: (isOn: boolean) => void;
  readonly onFullscreen: () => void;
  /** Whether the call is in a small window of its own; null where the browser has none. */
  readonly isInWindow: boolean | null;
  readonly onWindow: () => void;
  readonly onShortcuts: () => void;
}

interface Item {
  readonly icon: TemplateResult;
  readonly label: string;
  readonly name?: string;
  readonly count?: number;
  /** What is counted has not been seen yet. */
  readonly isNews?: boolean;
  /** Undefined: nothing that is on or off. */
  readonly isChecked?: boolean;
  readonly onClick: () => void;
}

/** What is in the menu of the toolbar: what found no room, how it looks, the camera, and the rest. */
export function moreMenu(options: MoreMenuOptions): TemplateResult {
  const { text, view, tools, onReact, onLayout, onSelfView } = options;
  const listed = tools.filter(({ id }) => id !== 'reactions');
  return html`
    ${listed.length < tools.length ? reactionsRow(text, onReact) : nothing}
    ${listed.length === 0 ? nothing : html`<div role="group">${listed.map((tool) => item(toolItem(tool, options)))}</div>`}
    ${radios(text.t('moreControls.layout'), LAYOUT_CHOICES, view.layout, text, onLayout)}
    ${view.isAudioOnly ? nothing : radios(text.t('moreControls.selfView'), SELF_CHOICES, view.selfView, text, onSelfView)}
    <div role="group">${otherItems(options).map(item)}</div>
  `;
}

function toolItem(tool: Tool, { onTool }: MoreMenuOptions): Item {
  const { icon, label, name, note, count, panel, isActive } = tool;
  const whole = note === '' ? name : `${name}. ${note}`;
  return {
    icon,
    label,
    name: whole,
    count,
    isNews: tool.id === 'chat',
    ...(panel ? { isChecked: isActive } : {}),
    onClick: () => {
      onTool(tool);
    },
  };
}

function otherItems(options: MoreMenuOptions): readonly Item[] {
  const { text, view, hide, panel, owner } = options;
  const hidden = hiddenParts(hide);
  const items: Item[] = [];
  if (view.canFlip) items.push({ icon: lateIcons.flip, label: text.t('moreControls.flipCamera'), onClick: options.onFlip });
  const { torch } = view;
  if (torch !== null)
    items.push({
      icon: lateIcons.torch,
      label: text.t('moreControls.torch'),
      isChecked: torch,
      onClick: () => {
        options.onTorch(!torch);
      },
    });
  if (owner && canFullscreen())
    items.push({
      icon: icons.fullscreen,
      label: text.t(isFullscreen(owner) ? 'tile.exitFullscreen' : 'tile.fullscreen'),
      onClick: options.onFullscreen,
    });
  if (options.isInWindow !== null) {
    const label = text.t(options.isInWindow ? 'moreControls.endPictureInPicture' : 'moreControls.pictureInPicture');
    items.push({ icon: icons.pip, label, onClick: options.onWindow });
  }
  for (const each of ['settings', 'quality'] as const)
    if (!hidden.has(each)) {
      const icon = each === 'settings' ? icons.settings : lateIcons.signal;
      items.push({
        icon,
        label: text.t(`moreControls.${each}`),
        isChecked: panel === each,
        onClick: () => {
          options.onPanel(each);
        },
      });
    }
  // Where there is nothing but a finger, there is no keyboard to press them on.
  const isTouchOnly = matchMedia('(any-pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
  if (owner && !isTouchOnly)
    items.push({ icon: lateIcons.keyboard, label: text.t('moreControls.shortcuts'), onClick: options.onShortcuts });
  return items;
}

function item({ icon, label, name, count = 0, isNews, isChecked, onClick }: Item): TemplateResult {
  return html`<button
    type="button"
    class="choice"
    role=${isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'}
    aria-checked=${isChecked ?? nothing}
    aria-label=${name ?? nothing}
    tabindex="-1"
    @click=${onClick}
  >
    <span class="choice-icon">${icon}</span><span class="choice-name">${label}</span>
    ${count > 0 ? html`<span class="pill ${isNews ? 'news' : ''}" aria-hidden="true">${count}</span>` : nothing}
    ${isChecked ? html`<span class="check">${icons.check}</span>` : nothing}
  </button>`;
}

function radios<Value>(
  title: string,
  choices: readonly Choice<Value>[],
  chosen: Value,
  text: Localizer,
  onChoose: (value: Value) => void,
): TemplateResult {
  return html`<div role="group" aria-label=${title}>
    <div class="menu-title" aria-hidden="true">${title}</div>
    <div class="radios" role="none">
      ${choices.map(
        ({ value, icon, key }) =>
          html`<button
            type="button"
            class="choice radio"
            role="menuitemradio"
            aria-checked=${value === chosen ? 'true' : 'false'}
            tabindex="-1"
            @click=${() => {
              onChoose(value);
            }}
          >
            <span class="choice-icon mirrored">${icon}</span><span class="choice-name">${text.t(key)}</span>
          </button>`,
      )}
    </div>
  </div>`;
}
