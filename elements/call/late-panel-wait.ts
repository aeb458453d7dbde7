import { html, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import type { Panel } from '../shared/panels.js';

export interface PanelWaitOptions {
  readonly panel: Exclude<Panel, 'quality'>;
  /** False: it could not be loaded. */
  readonly isLoading: boolean;
  readonly text: Localizer;
  readonly onClose: () => void;
  readonly onRetry: () => void;
}

/** What stands in a panel whose element is not there yet: its name, a way to close it, and that it comes or could not come. */
export function panelWait({ panel, isLoading, text, onClose, onRetry }: PanelWaitOptions): TemplateResult {
  const close = text.t('lateCall.close');
  return html`<div class="panel-wait">
    <div class="panel-top">
      <h2>${text.t(`lateCall.${panel}`)}</h2>
      <button type="button" class="panel-close" aria-label=${close} title=${close} @click=${onClose}>${icons.close}</button>
    </div>
    ${
      isLoading
        ? html`<p role="status"><span class="spinner" aria-hidden="true"></span> ${text.t('lateCall.loading')}</p>`
        : html`<p role="alert">${text.t('lateCall.loadFailed')}</p>
            <button type="button" part="button" class="button" data-action="retry" @click=${onRetry}>${text.t('lateCall.retry')}</button>`
    }
  </div>`;
}
