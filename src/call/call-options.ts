export const LAYOUTS = ['auto', 'grid', 'speaker', 'sidebar'] as const;
export type Layout = (typeof LAYOUTS)[number];
export const VIDEO_QUALITIES = ['auto', 'high', 'medium', 'low', 'off'] as const;
export type VideoQuality = (typeof VIDEO_QUALITIES)[number];
export const AUDIO_QUALITIES = ['auto', 'maximum', 'high', 'medium', 'low', 'minimum'] as const;
export type AudioQuality = (typeof AUDIO_QUALITIES)[number];

/** The options of a call after checking: every one present and within its limits. */
export interface CallOptions {
  readonly room: string;
  readonly name: string;
  /** Null: the room's name is the key, which protects from nobody who knows it. */
  readonly secret: string | null;
  /** PeerServer URLs, tried in order; empty is the public PeerJS cloud. */
  readonly servers: readonly string[];
  readonly iceServers: readonly RTCIceServer[];
  /** Answers the list of ICE servers as JSON when joining; null when the list was given. */
  readonly iceServersUrl: string | null;
  readonly isRelayOnly: boolean;
  readonly isMuted: boolean;
  readonly isCameraOff: boolean;
  readonly isAudioOnly: boolean;
  readonly maxParticipants: number;
  readonly layout: Layout;
  readonly videoQuality: VideoQuality;
  readonly audioQuality: AudioQuality;
  /** Kilobits a second this device may send; null is no limit. */
  readonly bandwidthLimitKbps: number | null;
  /** Topics to log, separated by spaces, each with a level where wanted (`engine:warn`); empty logs all, null none. */
  readonly debug: string | null;
}

/** What `createCall` takes: the attributes of `<nex-call>` in camel case, nothing checked yet. */
export interface CallInput {
  readonly room?: string | undefined;
  readonly name?: string | undefined;
  readonly secret?: string | undefined;
  readonly server?: string | undefined;
  readonly iceServers?: string | readonly RTCIceServer[] | undefined;
  readonly relayOnly?: boolean | undefined;
  readonly muted?: boolean | undefined;
  readonly cameraOff?: boolean | undefined;
  readonly noVideo?: boolean | undefined;
  readonly maxParticipants?: number | undefined;
  readonly layout?: string | undefined;
  readonly videoQuality?: string | undefined;
  readonly audioQuality?: string | undefined;
  readonly bandwidthLimit?: number | undefined;
  readonly debug?: string | undefined;
}
