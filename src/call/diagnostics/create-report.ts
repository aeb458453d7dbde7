import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import type { Engine } from '../../engine/engine-port.js';
import type { LateFeatures } from '../later/late-features.js';
import type { CallSnapshot } from '../state/call-snapshot.js';
import type { CallJournal } from './call-journal.js';
import { describeDevices } from './describe-devices.js';
import { describeOptions } from './describe-options.js';
import { describeParticipants } from './describe-participants.js';
import { describeServer } from './describe-server.js';
import type { DiagnosticsOptions, DiagnosticsReport } from './diagnostics-report.js';
import { readEnvironment } from './read-environment.js';
import { recommend } from './recommend.js';
import { VERSION } from './version.js';

/** A connection that answers no later than this is told of; a report must come even when one hangs. */
const ANSWER_WAIT_MS = 2000;

/** The latest of each kind. */
const HISTORY = 64;

export interface ReportSources {
  readonly snapshot: Pick<CallSnapshot, 'state'>;
  readonly journal: CallJournal;
  /** Its engine is null while not in a room. */
  readonly stay: { readonly engine: Pick<Engine, 'describe' | 'getStats'> | null };
  /** Its features know how the connections stood when the last stay ended. */
  readonly later?: { readonly features: Pick<LateFeatures, 'lastConnections'> | null };
}

/** How the call went so far. Never rejects: what cannot be read is left out. */
export async function createReport(
  { snapshot: { state }, journal, stay: { engine }, later }: ReportSources,
  clock: Clock,
  { includeDeviceLabels = false }: DiagnosticsOptions = {},
): Promise<DiagnosticsReport> {
  const [connections, streams] = await Promise.all([
    answerOr(() => (engine === null ? (later?.features?.lastConnections ?? undefined) : engine.describe()), [], clock),
    answerOr(() => engine?.getStats(), new Map<string, RTCStatsReport>(), clock),
  ]);
  const now = clock.now();
  const { notes } = journal;
  const pageHost = typeof location === 'undefined' ? '' : location.hostname;
  const { servers } = state.options;
  const facts: Omit<DiagnosticsReport, 'recommendations'> = {
    format: 'nexrtc-report/1',
    version: VERSION,
    createdAt: now,
    call: {
      status: state.status,
      joinedAt: state.self.joinedAt > 0 ? state.self.joinedAt : null,
      endReason: state.endReason,
      error: state.error?.code ?? null,
      quality: state.quality === null ? null : { level: state.quality.level, score: state.quality.score },
      history: (notes.statuses ?? []).slice(-HISTORY).map(({ at, value }) => ({ status: value, at })),
    },
    environment: readEnvironment(state),
    signaling: {
      isReachable: state.isSignalingReachable,
      servers: servers.length === 0 ? [{ kind: 'public-cloud', isEncrypted: true }] : servers.map((url) => describeServer(url, pageHost)),
      history: (notes.signaling ?? []).slice(-HISTORY).map(({ at, value }) => ({ isReachable: value, at })),
    },
    options: describeOptions(state.options),
    devices: describeDevices(state, includeDeviceLabels),
    participants: describeParticipants({ state, journal, connections, streams, now }),
    errors: (notes.errors ?? []).slice(-HISTORY).map(({ at, value }) => ({ code: value, at })),
  };
  return { ...facts, recommendations: recommend(facts) };
}

async function answerOr<Answer>(ask: () => Promise<Answer> | undefined, fallback: Answer, clock: Clock): Promise<Answer> {
  const scope = new Scope(clock);
  const late = new Promise<Answer>((resolve) => {
    scope.after(ANSWER_WAIT_MS, () => {
      resolve(fallback);
    });
  });
  try {
    return await Promise.race([ask() ?? fallback, late]);
  } catch {
    return fallback;
  } finally {
    scope.close();
  }
}
