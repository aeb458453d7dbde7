import type { Localizer } from '../shared/localize.js';
import type { Arrivals } from './arrival-batch.js';

/** "Ana and Bo joined. 5 people left." */
export function arrivalWords(arrivals: readonly Arrivals[], text: Localizer): string {
  return arrivals
    .map(({ kind, count, names }) => {
      const shown = names.map((name) => name || text.t('status.guest'));
      const [only] = shown;
      if (shown.length === 1 && only !== undefined)
        return text.t(kind === 'joined' ? 'status.participantJoined' : 'status.participantLeft', { name: only });
      if (shown.length > 1)
        return text.t(kind === 'joined' ? 'status.participantsJoined' : 'status.participantsLeft', { names: text.list(shown) });
      return text.t(kind === 'joined' ? 'status.manyJoined' : 'status.manyLeft', { count });
    })
    .join('. ');
}
