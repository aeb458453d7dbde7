import type { Quality } from '../../src/call/call.js';
import type { Recommendation, RecommendationCode } from '../../src/call/diagnostics/diagnostics-report.js';
import type { QualityRow, QualityView } from './quality-view.js';

type Cause = NonNullable<Quality['cause']>;
/** Where it goes wrong with a participant, as far as known. */
export type CauseOf = (participantId: string) => Cause | undefined;
export type CoachAction = 'cameraOff' | 'lowerQuality' | 'settings' | 'allowSound';

export interface CoachAdvice {
  readonly key: Recommendation['textKey'] | `qualityPlots.${'fine' | 'fair' | 'poor' | 'theirs' | 'up' | 'down'}`;
  readonly severity: 'fine' | Recommendation['severity'];
  /** What helps, most helpful first; not all may be possible now. */
  readonly actions: readonly CoachAction[];
  /** For `qualityPlots.theirs`: whose connections. */
  readonly names: readonly string[];
}

const SEND_LESS = ['cameraOff', 'lowerQuality'] as const;
const ACTIONS: Readonly<Partial<Record<RecommendationCode, readonly CoachAction[]>>> = {
  'loss-up': SEND_LESS,
  'loss-down': SEND_LESS,
  'high-jitter': SEND_LESS,
  'device-too-busy': SEND_LESS,
  'uplink-too-narrow': ['lowerQuality', 'cameraOff'],
  'battery-low': ['lowerQuality', 'cameraOff'],
  'data-saver': ['lowerQuality', 'cameraOff'],
  'microphone-denied': ['settings'],
  'camera-denied': ['settings'],
  'microphone-in-use': ['settings'],
  'camera-in-use': ['settings'],
  'no-microphone': ['settings'],
  'no-camera': ['settings'],
  'sound-blocked': ['allowSound'],
};
const MOST = 2;

/** What to tell the visitor now: the most urgent of what the report recommends, as far as the levels say that it matters. */
export function coachAdvice(
  { level, rows }: QualityView,
  recommendations: readonly Recommendation[],
  causeOf: CauseOf = () => undefined,
): readonly CoachAdvice[] {
  const isWell = level === 'excellent' || level === 'good';
  // An old loss is no longer worth a word while all is well, a blocked microphone is.
  const told = recommendations.filter(({ severity }) => severity === 'problem' || (!isWell && level !== null && severity === 'warning'));
  if (told.length > 0)
    return told.slice(0, MOST).map(({ code, textKey, severity }) => ({ key: textKey, severity, actions: ACTIONS[code] ?? [], names: [] }));
  if (level === null) return [];
  if (isWell) return [{ key: 'qualityPlots.fine', severity: 'fine', actions: [], names: [] }];
  const known = causeAdvice(rows, causeOf);
  if (known !== null) return [known];
  const weak = rows.filter((row) => row.level === 'poor' || row.level === 'critical');
  const isTheirs = weak.length > 0 && rows.some((row) => row.level === 'excellent' || row.level === 'good');
  if (isTheirs) return [{ key: 'qualityPlots.theirs', severity: 'info', actions: [], names: weak.map(({ name }) => name) }];
  const key = level === 'fair' ? 'qualityPlots.fair' : 'qualityPlots.poor';
  return [{ key, severity: 'warning', actions: SEND_LESS, names: [] }];
}

/** What is this device's own comes first: the visitor can do something about it. */
const CAUSES = ['processor', 'network-up', 'network-down', 'remote'] as const;

/** Of the connections that are not well, when it is known why; null when it is not. */
function causeAdvice(rows: readonly QualityRow[], causeOf: CauseOf): CoachAdvice | null {
  const bad = rows.filter(({ level }) => level !== null && level !== 'excellent' && level !== 'good');
  const cause = CAUSES.find((each) => bad.some(({ id }) => causeOf(id) === each));
  switch (cause) {
    case 'processor':
      return { key: 'advice/device-too-busy', severity: 'warning', actions: SEND_LESS, names: [] };
    case 'network-up':
      return { key: 'qualityPlots.up', severity: 'warning', actions: SEND_LESS, names: [] };
    case 'network-down':
      return { key: 'qualityPlots.down', severity: 'warning', actions: [], names: [] };
    case 'remote': {
      const names = bad.filter(({ id }) => causeOf(id) === 'remote').map(({ name }) => name);
      return { key: 'qualityPlots.theirs', severity: 'info', actions: [], names };
    }
    case undefined:
      return null;
  }
}
