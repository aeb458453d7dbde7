import { html, nothing, type TemplateResult } from 'lit';
import type { ButtonPopover } from './button-popover.js';
import type { Tool } from './late-tools.js';

interface ToolButtonOptions {
  readonly tool: Tool;
  /** What it opens; null: it does something at once. */
  readonly popover: ButtonPopover | null;
  readonly key: string | typeof nothing;
  readonly onRun: () => void;
}

/** A round button with its words beside it, a dot for news, a count for people. */
export function toolButton({ tool, popover, key, onRun }: ToolButtonOptions): TemplateResult {
  const { id, icon, name, note, isActive, panel, count } = tool;
  const mark = count === 0 ? nothing : id === 'chat' ? html`<span class="dot"></span>` : html`<span class="count" aria-hidden="true">${count}</span>`;
  return html`<button
    type="button"
    class="round tool ${id} ${isActive ? (panel ? 'open' : 'active') : ''}"
    part="button"
    id="${id}-opener"
    aria-label=${name}
    aria-description=${note || nothing}
    aria-pressed=${panel ? (isActive ? 'true' : 'false') : nothing}
    aria-haspopup=${popover ? 'menu' : nothing}
    aria-expanded=${popover ? (popover.isOpen ? 'true' : 'false') : nothing}
    aria-keyshortcuts=${key}
    @pointerdown=${popover?.onPress}
    @click=${popover?.onClick ?? onRun}
    @keydown=${popover?.onKeyDown}
  >
    ${icon}${mark}<span class="tip" aria-hidden="true">${name}${note ? html`<br />${note}` : nothing}</span>
  </button>`;
}
