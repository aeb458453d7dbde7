import type { ForecastFactor } from './forecast-factors.js';
import type { QualityLevel } from './network-stats.js';
import { rank, type RatedMetric } from './quality-level.js';

/** What to do about what is coming; words are the interface's. */
export type ForecastAdvice = 'lower-picture' | 'turn-camera-off' | 'move-closer' | 'wait';

export interface AdviceReason {
  readonly level: QualityLevel;
  readonly factors: readonly ForecastFactor[];
  readonly isWarning: boolean;
  /** It has been getting better for a while. */
  readonly isRising: boolean;
  /** The line carries much less than shortly before. */
  readonly isCapacityLow: boolean;
}

/** What helps: less to send where packets wait in a queue, a better radio where they get lost; null when all is well. */
export function forecastAdvice({ level, factors, isWarning, isRising, isCapacityLow }: AdviceReason): ForecastAdvice | null {
  if (rank(level) <= rank('good') && !isWarning) return null;
  if (isRising && !isWarning) return 'wait';
  const impactOf = (wanted: RatedMetric): number => factors.find(({ metric }) => metric === wanted)?.impact ?? 0;
  const loss = impactOf('packetLoss');
  const isRadio = !isCapacityLow && loss < 0 && loss < impactOf('rtt');
  if (isRadio) return 'move-closer';
  return level === 'critical' ? 'turn-camera-off' : 'lower-picture';
}
