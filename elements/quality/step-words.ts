import type { Adaptation } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';

type Step = Adaptation['steps'][number];

/** "Your picture" and "360p": which source, and how much of it. */
export function stepWords({ source, to }: Pick<Step, 'source' | 'to'>, text: Localizer): { readonly what: string; readonly to: string } {
  return { what: text.t(`lowered.${source}`), to: amountWords(to, text) };
}

function amountWords(to: Step['to'], text: Localizer): string {
  switch (to) {
    case 'off':
    case 'maximum':
    case 'high':
    case 'medium':
    case 'low':
    case 'minimum':
      return text.t(`lowered.${to}`);
    case '30fps':
    case '15fps':
    case '5fps':
    case '3fps':
      return text.t('lowered.rate', { value: parseInt(to, 10) });
    default:
      return to;
  }
}
