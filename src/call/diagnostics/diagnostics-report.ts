import type { ErrorCode } from '../../base/nex-error.js';
import type { ConnectionPath, ConnectionReport, ConnectionState } from '../../engine/engine-port.js';
import type { NetworkStats } from '../../quality/network-stats.js';
import type { CallOptions } from '../call-options.js';
import type { PowerState } from '../../world/world-port.js';
import type { CallStatus, LeaveReason, MediaState, Quality } from '../call-words.js';

export interface DiagnosticsOptions {
  /** Device labels often hold names ("Anna's AirPods"); they are left out unless this is true. */
  readonly includeDeviceLabels?: boolean;
}

/** Where a signalling server stands; its address is not told. `public-cloud` is the one used when none is set. */
export type ServerKind = 'public-cloud' | 'same-host' | 'loopback' | 'private-network' | 'internet' | 'unreadable';

export interface EnvironmentReport {
  readonly userAgent: string;
  /** As the browser names it; null where it does not. */
  readonly platform: string | null;
  readonly isMobile: boolean | null;
  readonly isSecureContext: boolean;
  readonly hasWebRtc: boolean;
  /** Logical processors; null where the browser does not tell. */
  readonly hardwareConcurrency: number | null;
  readonly isPageHidden: boolean;
  readonly isOffline: boolean;
  readonly power: PowerState;
}

/** The options that give nobody away, and of the others whether they were given. */
export interface OptionsReport extends Pick<
  CallOptions,
  | 'isRelayOnly'
  | 'isMuted'
  | 'isCameraOff'
  | 'isAudioOnly'
  | 'maxParticipants'
  | 'layout'
  | 'videoQuality'
  | 'audioQuality'
  | 'bandwidthLimitKbps'
> {
  readonly hasSecret: boolean;
  readonly hasName: boolean;
  readonly hasIceServersUrl: boolean;
  /** How many addresses of each scheme were given. */
  readonly iceServers: { readonly stun: number; readonly turn: number; readonly turns: number };
}

export interface CaptureReport {
  readonly state: MediaState;
  /** Why it last failed; null when it works. */
  readonly error: ErrorCode | null;
}

export interface DevicesReport {
  readonly microphones: number;
  readonly cameras: number;
  readonly speakers: number;
  /** `missing`: chosen, and no longer there. */
  readonly chosen: Readonly<Record<'microphone' | 'camera' | 'speaker', 'default' | 'present' | 'missing'>>;
  readonly microphone: CaptureReport;
  readonly camera: CaptureReport;
  readonly screen: CaptureReport;
  readonly isSoundBlocked: boolean;
  readonly labels?: Readonly<Record<'microphones' | 'cameras' | 'speakers', readonly string[]>>;
}

/** Totals of one stream since it began, with the names and units of W3C webrtc-stats. */
export interface StreamReport {
  readonly direction: 'sent' | 'received';
  readonly kind: 'audio' | 'video';
  /** As in `video/VP8`. */
  readonly codec: string | null;
  /** Why the encoder sends less than it could. */
  readonly qualityLimitationReason: 'none' | 'cpu' | 'bandwidth' | 'other' | null;
  /** Of what was sent so far, percent; null is unknown. */
  readonly lossPercent: number | null;
  readonly counters: Readonly<Record<string, number>>;
}

/** Half of the values are below `median`, 95 of 100 below `p95`; null is unknown. */
export interface Spread {
  readonly median: number | null;
  readonly p95: number | null;
}

export interface StatsReport {
  /** Of the samples below. */
  readonly summary: Readonly<Record<'rtt' | 'jitter' | 'packetLoss' | 'bandwidth', Spread>>;
  /** The last five minutes, oldest first. */
  readonly samples: readonly NetworkStats[];
}

export interface ParticipantReport {
  /** Made up for reports: `p1` is the same participant in each report of a call. */
  readonly id: string;
  readonly isHere: boolean;
  /** Null when they never left. */
  readonly left: { readonly at: number; readonly reason: string } | null;
  readonly quality: Quality | null;
  /** Null when there is no connection now. */
  readonly connection: {
    readonly state: ConnectionState;
    readonly isWeak: boolean;
    readonly history: ConnectionReport['history'];
    readonly path: ConnectionPath | null;
  } | null;
  readonly recovery: ConnectionReport['recovery'] | null;
  readonly stats: StatsReport;
  readonly streams: readonly StreamReport[];
}

/** What a recommendation is about; its words are found by it in the translations. */
export const RECOMMENDATION_CODES = [
  'insecure-page',
  'no-webrtc',
  'offline',
  'signaling-unreachable',
  'signaling-unstable',
  'trial-server',
  'untrusted-participant',
  'no-relay',
  'connection-failed',
  'relay-over-tcp',
  'relayed',
  'loss-up',
  'loss-down',
  'high-delay',
  'high-jitter',
  'many-recoveries',
  'device-too-busy',
  'uplink-too-narrow',
  'video-freezes',
  'microphone-denied',
  'camera-denied',
  'microphone-in-use',
  'camera-in-use',
  'no-microphone',
  'no-camera',
  'sound-blocked',
  'battery-low',
  'data-saver',
] as const;
export type RecommendationCode = (typeof RECOMMENDATION_CODES)[number];

export interface Recommendation {
  readonly code: RecommendationCode;
  /** `problem`: the call cannot work so. `warning`: it suffers. `info`: good to know. */
  readonly severity: 'problem' | 'warning' | 'info';
  /** Of the words in the translations. */
  readonly textKey: `advice/${RecommendationCode}`;
}

/**
 * How a call went, to be kept or sent as one JSON file. Every time (`at`, `createdAt`) is in milliseconds since the epoch.
 * It holds no address, candidate or SDP, no room, name, secret, token or message, and no device label unless asked for.
 */
export interface DiagnosticsReport {
  readonly format: 'nexrtc-report/1';
  /** Of the package. */
  readonly version: string;
  readonly createdAt: number;
  readonly call: {
    readonly status: CallStatus;
    /** When this participant joined; null before. */
    readonly joinedAt: number | null;
    readonly endReason: LeaveReason | null;
    readonly error: ErrorCode | null;
    readonly quality: Quality | null;
    readonly history: readonly { readonly status: CallStatus; readonly at: number }[];
  };
  readonly environment: EnvironmentReport;
  readonly signaling: {
    readonly isReachable: boolean;
    readonly servers: readonly { readonly kind: ServerKind; readonly isEncrypted: boolean }[];
    readonly history: readonly { readonly isReachable: boolean; readonly at: number }[];
  };
  readonly options: OptionsReport;
  readonly devices: DevicesReport;
  readonly participants: readonly ParticipantReport[];
  readonly errors: readonly { readonly code: ErrorCode; readonly at: number }[];
  /** Most urgent first. */
  readonly recommendations: readonly Recommendation[];
}
