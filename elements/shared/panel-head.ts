import { html, nothing, type TemplateResult } from 'lit';
import { NexPanelToggleEvent } from '../events/nex-panel-toggle-event.js';
import { icons } from './icons.js';
import type { Panel } from './panels.js';

export interface PanelHeadOptions {
  readonly host: HTMLElement;
  readonly panel: Panel;
  readonly title: TemplateResult | string;
  /** What the close button is called; null: there is none. */
  readonly close: string | null;
}

/** The title of a panel, which takes the focus where nothing else should, and its close button. */
export function panelHead({ host, panel, title, close }: PanelHeadOptions): TemplateResult {
  return html`<header class="panel-head">
    <h2 part="heading" tabindex="-1">${title}</h2>
    ${
      close === null
        ? nothing
        : html`<button
            type="button"
            class="icon close"
            aria-label=${close}
            title=${close}
            @click=${() => {
              host.dispatchEvent(new NexPanelToggleEvent({ panel, isOpen: false }));
            }}
          >
            ${icons.close}
          </button>`
    }
  </header>`;
}
