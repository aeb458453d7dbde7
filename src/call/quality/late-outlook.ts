import { bestSound } from '../../quality/audio-plan.js';
import type { ConnectionSample } from '../../quality/connection-sample.js';
import { diffStats } from '../../quality/diff-stats.js';
import { Forecaster, type Forecast } from '../../quality/forecast.js';
import type { NetworkStats, QualityLevel } from '../../quality/network-stats.js';
import { optimisationPlan, type OptimisationPlan } from '../../quality/optimisation-plan.js';
import { rank } from '../../quality/quality-level.js';
import { CAMERA_RUNGS } from '../../quality/send-rungs.js';
import { AUDIO_RUNG_NAMES, CAMERA_RUNG_NAMES, SCREEN_RUNG_NAMES, type SendStep } from '../../quality/send-step.js';
import type { SentSources } from '../../quality/sent-cost.js';
import { UNKNOWN_SAMPLE } from '../../quality/unknown-sample.js';
import { worstForecast } from '../../quality/worst-forecast.js';
import type { CallState } from '../call.js';

export type { Forecast, OptimisationPlan };

/** What is sent while the browser does not say how large the picture is. */
const USUAL_RUNG = '720p';
/** An expectation that is less sure than this is not worth a word. */
const LEAST_CONFIDENCE = 0.5;

/** What is to be expected of a call, and what would fit its network: for whoever shows that, while it is shown. */
export class Outlook {
  readonly #forecasters = new Map<string, Forecaster>();
  readonly #forecasts = new Map<string, Forecast>();
  readonly #samples = new Map<string, ConnectionSample>();
  #before: ReadonlyMap<string, RTCStatsReport> = new Map();

  /** What was measured of a participant before, in that order. */
  recall(participantId: string, history: readonly NetworkStats[]): void {
    let lastMs: number | null = null;
    for (const network of history) {
      const elapsedMs = lastMs === null ? 0 : network.timestamp - lastMs;
      lastMs = network.timestamp;
      this.#learn(participantId, { network, elapsedMs, ...UNKNOWN_SAMPLE });
    }
  }

  /** The statistics of each connection as they are now. */
  add(reports: ReadonlyMap<string, RTCStatsReport>): void {
    for (const [id, report] of reports) {
      const before = this.#before.get(id);
      const sample = before === undefined ? null : diffStats(before, report);
      if (sample === null) continue;
      this.#samples.set(id, sample);
      this.#learn(id, sample);
    }
    for (const id of this.#before.keys()) if (!reports.has(id)) this.#forget(id);
    this.#before = reports;
  }

  /** Of the worst of these connections, when it is about to be worse than `level`, and not well; null else, and while it recovers. */
  worse(participantIds: readonly string[], level: QualityLevel | null): Forecast | null {
    const forecast = worstForecast(participantIds.flatMap((id) => this.#forecasts.get(id) ?? []));
    if (forecast === null || level === null || level === 'critical') return null;
    if (forecast.recommendation === 'wait') return null;
    const isWorse = rank(forecast.level) > Math.max(rank(level), rank('good')) && forecast.confidence >= LEAST_CONFIDENCE;
    return forecast.isWarning || isWorse ? forecast : null;
  }

  /** Null while nothing was measured. */
  plan(state: Readonly<CallState>): OptimisationPlan | null {
    const here = state.participants.flatMap(({ id }) => this.#samples.get(id) ?? []);
    if (here.length === 0) return null;
    const { bandwidthLimitKbps } = state.options;
    return optimisationPlan({
      samples: here,
      sent: sentSources(state),
      participantCount: here.length,
      limitBps: bandwidthLimitKbps === null ? null : bandwidthLimitKbps * 1000,
      isSigning: state.adaptation.isSigning,
    });
  }

  #learn(id: string, sample: ConnectionSample): void {
    const forecaster = this.#forecasters.get(id) ?? new Forecaster();
    this.#forecasters.set(id, forecaster);
    const forecast = forecaster.add(sample);
    if (forecast !== null) this.#forecasts.set(id, forecast);
  }

  #forget(id: string): void {
    this.#forecasters.delete(id);
    this.#forecasts.delete(id);
    this.#samples.delete(id);
  }
}

/** What could be sent, less what was lowered. */
function sentSources({ adaptation, camera, screen, self, options }: Readonly<CallState>): SentSources {
  const { steps } = adaptation;
  const spoken = lowered(AUDIO_RUNG_NAMES, bestSound(options.audioQuality), steps, 'microphone');
  return {
    camera: camera === 'on' ? lowered(CAMERA_RUNG_NAMES, capturedRung(self.cameraStream), steps, 'camera') : 'off',
    screen: screen === 'on' ? lowered(SCREEN_RUNG_NAMES, '30fps', steps, 'screen') : 'off',
    microphone: spoken === 'off' ? 'minimum' : spoken,
  };
}

function lowered<Name extends string>(
  names: readonly Name[],
  best: Name,
  steps: readonly SendStep[],
  source: SendStep['source'],
): Name | 'off' {
  const ranks = steps.filter((step) => step.source === source).map(({ to }) => (to === 'off' ? names.length : names.indexOf(to as Name)));
  return names[Math.max(names.indexOf(best), ...ranks)] ?? 'off';
}

function capturedRung(stream: MediaStream | null): (typeof CAMERA_RUNG_NAMES)[number] {
  const { width = 0, height = 0 } = stream?.getVideoTracks()[0]?.getSettings() ?? {};
  const side = Math.max(width, height);
  if (side === 0) return USUAL_RUNG;
  return (CAMERA_RUNGS.find(({ longSide }) => longSide <= side) ?? CAMERA_RUNGS.at(-1))?.name ?? USUAL_RUNG;
}
