import { html, nothing, type TemplateResult } from 'lit';
import type { NexError } from '../../src/base/nex-error.js';
import type { Localizer } from '../shared/localize.js';

/** The code of an error, and which attribute it is about: for whoever helps. */
export function errorDetails(error: NexError, text: Localizer): TemplateResult {
  const { option, value, expected } = error.detail;
  return html`<details>
    <summary>${text.t('call.details')}</summary>
    <p>
      <code>${error.code}</code>
      ${option === undefined ? nothing : html`<br /><code>${option}${value === undefined ? '' : `="${value}"`}</code>`}
      ${expected === undefined ? nothing : html`<br />${text.t('call.expected', { expected })}`}
    </p>
  </details>`;
}

const UNITS = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** "1 hour and 12 minutes": the two largest units that count. */
export function durationWords(durationMs: number, text: Localizer): string {
  let left = Math.max(1, Math.round(durationMs / 1000));
  const parts: string[] = [];
  for (const [unit, seconds] of UNITS) {
    const count = Math.floor(left / seconds);
    left -= count * seconds;
    const isTooFine = unit === 'second' && (parts.length > 0 || durationMs >= 3_600_000);
    if (count > 0 && !isTooFine)
      parts.push(new Intl.NumberFormat(text.wordsLang, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  }
  return text.list(parts);
}
