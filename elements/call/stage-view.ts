import { html, nothing, type TemplateResult } from 'lit';
import { hiddenParts } from '../shared/hidden-parts.js';
import type { Localizer } from '../shared/localize.js';
import type { LateCall } from './late-call.js';

interface StageOptions {
  readonly room: string;
  readonly maxTiles: number;
  readonly controls: 'bottom' | 'top' | 'floating' | 'none';
  /** How many others are here; two stands for more. Alone there is no connection to measure. */
  readonly otherCount: number;
  readonly hide: string;
  readonly text: Localizer;
  /** Brings panels and the invitation. */
  readonly late: LateCall | null;
}

/** The call itself: header, tiles, toolbar, and what stands beside them. */
export function stageView({ room, maxTiles, controls, otherCount, hide, text, late }: StageOptions): TemplateResult {
  const hidden = hiddenParts(hide);
  const panel = late?.renderPanel() ?? nothing;
  const open = late?.panel;
  return html`<div class="call ${otherCount > 1 ? 'group' : ''}" role="group" aria-label=${room} tabindex="-1" data-view-focus>
    <header class="header" part="header">
      <slot name="header"
        ><span class="room"><bdi>${room}</bdi></span></slot
      >
      ${!hidden.has('quality') && (otherCount > 0 || open === 'quality') ? html`<nex-quality part="quality"></nex-quality>` : nothing}
    </header>
    <div class="middle ${panel === nothing ? '' : 'has-panel'}">
      <div class="stage" part="stage">
        <nex-video-grid max-tiles=${maxTiles} exportparts="grid, tile, tile-name, tile-frame, tile-actions, tile-menu, hidden-note, self-move, pager, divider">
          <div slot="empty" class="alone">
            <slot name="empty">${late?.renderInvite(!hidden.has('invite')) ?? html`<h2>${text.t('alone.title')}</h2>`}</slot>
          </div>
        </nex-video-grid>
      </div>
      ${panel}
      <slot name="aside"></slot>
    </div>
    ${
      controls === 'none'
        ? nothing
        : html`<nex-controls
            class="toolbar"
            position=${controls}
            hide=${hide}
            .panel=${open ?? ''}
            exportparts="toolbar, button, button-leave, panel"
          >
            <slot name="toolbar-start" slot="toolbar-start"></slot>
            <slot name="toolbar-end" slot="toolbar-end"></slot>
          </nex-controls>`
    }
  </div>`;
}
