import { html, nothing, type TemplateResult } from 'lit';

interface StageOptions {
  readonly room: string;
  readonly maxTiles: number;
  readonly controls: 'bottom' | 'top' | 'floating' | 'none';
  readonly hasQuality: boolean;
  /** How many others are here; two stands for more. Alone there is no connection to measure. */
  readonly otherCount: number;
  readonly hide: string;
  readonly invite: TemplateResult;
}

/** The call itself: header, tiles, toolbar, and what the page puts beside them. */
export function stageView({ room, maxTiles, controls, hasQuality, otherCount, hide, invite }: StageOptions): TemplateResult {
  return html`<div class="call ${otherCount > 1 ? 'group' : ''}" tabindex="-1" data-view-focus>
    <header class="header" part="header">
      <slot name="header"><span class="room"><bdi>${room}</bdi></span></slot>
      ${hasQuality && otherCount > 0 ? html`<nex-quality part="quality"></nex-quality>` : nothing}
    </header>
    <div class="middle">
      <div class="stage" part="stage">
        <nex-video-grid max-tiles=${maxTiles} exportparts="grid, tile, tile-name, tile-frame, tile-actions, pager">
          <div slot="empty" class="alone"><slot name="empty">${invite}</slot></div>
        </nex-video-grid>
      </div>
      <slot name="aside"></slot>
    </div>
    ${controls === 'none'
      ? nothing
      : html`<nex-controls class="toolbar" position=${controls} hide=${hide} exportparts="toolbar, button, button-leave, panel">
          <slot name="toolbar-start" slot="toolbar-start"></slot>
          <slot name="toolbar-end" slot="toolbar-end"></slot>
        </nex-controls>`}
  </div>`;
}
