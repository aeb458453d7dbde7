import { systemClock } from '../../src/base/clock.js';
import type { Scope } from '../../src/base/scope.js';
import type { Localizer } from '../shared/localize.js';
import { ArrivalBatch } from './arrival-batch.js';
import { arrivalWords } from './arrival-words.js';

/** Who comes and goes, told in few words until the scope closes. */
export function tellArrivals(scope: Scope, text: Localizer, say: (words: string, isUrgent: boolean) => void): ArrivalBatch {
  return new ArrivalBatch({
    scope,
    now: () => systemClock.now(),
    announce: (arrivals) => {
      say(arrivalWords(arrivals, text), false);
    },
  });
}
