import type { ErrorCode } from '../../base/nex-error.js';
import type { DiagnosticsReport, ParticipantReport, Recommendation, StreamReport } from './diagnostics-report.js';

/** A report before anything is recommended. */
export type ReportFacts = Omit<DiagnosticsReport, 'recommendations'>;

export interface RecommendationRule extends Pick<Recommendation, 'code' | 'severity'> {
  readonly applies: (facts: ReportFacts) => boolean;
}

/** From here on the quality scale says "poor" (requirement D1). */
const POOR = { lossPercent: 3, rttMs: 200, jitterMs: 40 } as const;
const MANY_RECOVERIES = 3;
const MANY_SIGNALING_LOSSES = 3;
/** Of a received picture, in all. */
const MANY_FREEZES = 5;

/** When to say what, in the order of urgency within each severity. Pure. */
export const RECOMMENDATION_RULES: readonly RecommendationRule[] = [
  { code: 'insecure-page', severity: 'problem', applies: ({ environment }) => !environment.isSecureContext },
  { code: 'no-webrtc', severity: 'problem', applies: ({ environment }) => !environment.hasWebRtc },
  { code: 'offline', severity: 'problem', applies: ({ environment }) => environment.isOffline },
  { code: 'untrusted-participant', severity: 'problem', applies: (facts) => wasTold(facts, 'peer/untrusted') },
  { code: 'no-relay', severity: 'problem', applies: (facts) => hasFailed(facts) && !hasRelay(facts) },
  { code: 'connection-failed', severity: 'problem', applies: (facts) => hasFailed(facts) && hasRelay(facts) },
  { code: 'signaling-unreachable', severity: 'problem', applies: isWithoutSignaling },
  { code: 'microphone-denied', severity: 'problem', applies: ({ devices }) => devices.microphone.error === 'media/permission-denied' },
  { code: 'microphone-in-use', severity: 'problem', applies: ({ devices }) => devices.microphone.error === 'media/device-in-use' },
  { code: 'no-microphone', severity: 'problem', applies: ({ devices }) => devices.microphone.error === 'media/device-not-found' },
  { code: 'sound-blocked', severity: 'problem', applies: ({ devices }) => devices.isSoundBlocked },
  { code: 'camera-denied', severity: 'warning', applies: ({ devices }) => devices.camera.error === 'media/permission-denied' },
  { code: 'camera-in-use', severity: 'warning', applies: ({ devices }) => devices.camera.error === 'media/device-in-use' },
  {
    code: 'no-camera',
    severity: 'warning',
    applies: ({ devices, options }) => devices.camera.error === 'media/device-not-found' && !options.isAudioOnly,
  },
  { code: 'loss-up', severity: 'warning', applies: (facts) => facts.participants.some((one) => isLossy(one, 'sent')) },
  { code: 'loss-down', severity: 'warning', applies: (facts) => facts.participants.some((one) => isLossy(one, 'received')) },
  { code: 'high-delay', severity: 'warning', applies: (facts) => isMedianAbove(facts, 'rtt', POOR.rttMs) },
  { code: 'high-jitter', severity: 'warning', applies: (facts) => isMedianAbove(facts, 'jitter', POOR.jitterMs) },
  {
    code: 'relay-over-tcp',
    severity: 'warning',
    applies: ({ participants }) => participants.some(({ connection }) => isOverTcp(connection?.path)),
  },
  {
    code: 'many-recoveries',
    severity: 'warning',
    applies: ({ participants }) => participants.some(({ recovery }) => recovery !== null && recoveries(recovery) >= MANY_RECOVERIES),
  },
  {
    code: 'signaling-unstable',
    severity: 'warning',
    applies: ({ signaling }) => signaling.history.filter(({ isReachable }) => !isReachable).length >= MANY_SIGNALING_LOSSES,
  },
  { code: 'device-too-busy', severity: 'warning', applies: (facts) => isLimitedBy(facts, 'cpu') },
  { code: 'uplink-too-narrow', severity: 'warning', applies: (facts) => isLimitedBy(facts, 'bandwidth') },
  {
    code: 'video-freezes',
    severity: 'warning',
    applies: (facts) => streamsOf(facts).some(({ counters }) => (counters['freezeCount'] ?? 0) >= MANY_FREEZES),
  },
  {
    code: 'relayed',
    severity: 'info',
    applies: ({ participants, options }) =>
      !options.isRelayOnly && participants.some(({ connection }) => connection?.path?.local === 'relay' && !isOverTcp(connection.path)),
  },
  { code: 'battery-low', severity: 'info', applies: ({ environment }) => environment.power.isBatteryLow },
  { code: 'data-saver', severity: 'info', applies: ({ environment }) => environment.power.isDataSaver },
  { code: 'trial-server', severity: 'info', applies: ({ signaling }) => signaling.servers.some(({ kind }) => kind === 'public-cloud') },
];

function wasTold({ errors, call }: ReportFacts, code: ErrorCode): boolean {
  return call.error === code || errors.some((error) => error.code === code);
}

function hasFailed(facts: ReportFacts): boolean {
  return facts.participants.some(({ connection }) => connection?.state === 'failed') || wasTold(facts, 'peer/ice-failed');
}

function hasRelay({ options }: ReportFacts): boolean {
  return options.hasIceServersUrl || options.iceServers.turn + options.iceServers.turns > 0;
}

function isWithoutSignaling({ call, signaling }: ReportFacts): boolean {
  const isInRoom = call.status === 'connected' || call.status === 'reconnecting';
  return call.error === 'signaling/unreachable' || (isInRoom && !signaling.isReachable);
}

function isOverTcp(path: NonNullable<ParticipantReport['connection']>['path'] | undefined): boolean {
  if (path == null || (path.local !== 'relay' && path.remote !== 'relay')) return false;
  return path.protocol === 'tcp' || path.relayProtocol === 'tcp' || path.relayProtocol === 'tls';
}

/** Lost in that direction by the totals, or lossy of late and no less so in that direction than in the other. */
function isLossy({ streams, stats }: ParticipantReport, direction: StreamReport['direction']): boolean {
  const worst = (wanted: StreamReport['direction']): number =>
    Math.max(0, ...streams.filter((stream) => stream.direction === wanted).map(({ lossPercent }) => lossPercent ?? 0));
  const here = worst(direction);
  const there = worst(direction === 'sent' ? 'received' : 'sent');
  const isLossyOfLate = (stats.summary.packetLoss.median ?? 0) > POOR.lossPercent;
  return here > POOR.lossPercent || (isLossyOfLate && here >= there);
}

function isMedianAbove({ participants }: ReportFacts, metric: 'rtt' | 'jitter', limitMs: number): boolean {
  return participants.some(({ stats }) => (stats.summary[metric].median ?? 0) > limitMs);
}

function recoveries({ attempts }: NonNullable<ParticipantReport['recovery']>): number {
  return attempts['ice-restart'] + attempts['signaling-reset'] + attempts['full-reconnect'];
}

function isLimitedBy(facts: ReportFacts, reason: 'cpu' | 'bandwidth'): boolean {
  return streamsOf(facts).some(({ qualityLimitationReason }) => qualityLimitationReason === reason);
}

function streamsOf({ participants }: ReportFacts): readonly StreamReport[] {
  return participants.flatMap(({ streams }) => streams);
}
