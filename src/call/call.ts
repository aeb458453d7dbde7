import type { NexError } from '../base/nex-error.js';
import type { ConnectionState, ReceiveWish } from '../engine/engine-port.js';
import type { Device, DeviceKind } from '../media/media-port.js';
import type { QualityLevel, NetworkStats } from '../quality/network-stats.js';
import type { Adaptation } from '../quality/send-step.js';
import type { PowerState } from '../world/world-port.js';
import type { CallOptions, Layout, VideoQuality, AudioQuality } from './call-options.js';
import type { CallStatus, CameraFeatures, LeaveReason, MediaState, Quality, Reaction, SelfView } from './call-words.js';
import type { ChatMessage, SendOptions } from './conversation/chat-message.js';
import type { DiagnosticsOptions, DiagnosticsReport } from './diagnostics/diagnostics-report.js';

export type {
  Adaptation,
  CallStatus,
  CameraFeatures,
  ChatMessage,
  Device,
  DeviceKind,
  LeaveReason,
  MediaState,
  PowerState,
  Quality,
  Reaction,
  SelfView,
  SendOptions,
};

export type CallIntent =
  | 'microphone'
  | 'camera'
  | 'screen'
  | 'selectSpeaker'
  | 'allowSound'
  | 'flipCamera'
  /** Chat, hand, reactions and spotlight: in the room only. */
  | 'chat'
  | 'hand'
  | 'reactions'
  | 'spotlight';

export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly isLocal: boolean;
  readonly role: 'participant';
  /** Milliseconds since the epoch, by the participant's own clock. */
  readonly joinedAt: number;
  readonly microphone: MediaState;
  readonly camera: MediaState;
  readonly screen: MediaState;
  readonly hand: boolean;
  /**
   * When the hand was raised, milliseconds since the epoch by the participant's own clock; null while it is down. The
   * earliest comes first. Never in the future, at most a minute before it was seen to go up, and the same until it is down.
   */
  readonly handRaisedAt: number | null;
  readonly speaking: boolean;
  readonly connection: ConnectionState;
  /** Nothing was heard for some seconds; the last frame is still shown. */
  readonly isWeak: boolean;
  /** Null until measured. */
  readonly quality: Quality | null;
  /** Video only; null while the camera is off. */
  readonly cameraStream: MediaStream | null;
  readonly screenStream: MediaStream | null;
  /** Sound only; null while the microphone is off. The call plays it by itself, unless it was made with `isSilent`. */
  readonly microphoneStream: MediaStream | null;
  /** The sound of a shared screen, as `microphoneStream`; this device's own is always null. */
  readonly screenAudioStream: MediaStream | null;
}

export interface CallState {
  readonly status: CallStatus;
  readonly room: string;
  readonly self: Participant;
  /** The others, in the order they came. */
  readonly participants: readonly Participant[];
  readonly microphone: MediaState;
  readonly camera: MediaState;
  readonly screen: MediaState;
  /** The last failure of each capture; gone when it works again. */
  readonly mediaErrors: { readonly microphone: NexError | null; readonly camera: NexError | null; readonly screen: NexError | null };
  readonly devices: readonly Device[];
  /** The chosen device of each kind; null is the browser's default. */
  readonly selectedDevices: Readonly<Record<DeviceKind, string | null>>;
  readonly layout: Layout;
  readonly speakerId: string | null;
  /** Shown large on this device only; two at most, the latest last. */
  readonly pinned: readonly string[];
  /** Shown large for everybody, by whoever chose it last; null: nobody. */
  readonly spotlightId: string | null;
  /** Participants whose tiles this device does not show; they are still heard. The own picture is in `selfView` alone. */
  readonly hiddenTiles: readonly string[];
  readonly selfView: SelfView;
  /** How loud each participant is played here, 0 to 2; 1 for those who are missing. */
  readonly volumes: Readonly<Record<string, number>>;
  /** The chat, in the order it was said; the latest 500. */
  readonly messages: readonly ChatMessage[];
  /** How many of the others' messages came since `markRead()`. */
  readonly unread: number;
  /**
   * The visitor speaks while muted: for about 0.6 seconds; over after some 2.5 seconds of silence, and at once with
   * un-muting. Known only of a microphone that was on in this room (see `setMicrophone`), from its loudness alone, which is
   * measured on this device: no sound leaves it, and none is kept. Always false in the lobby, and for a call made with
   * `isSilent`.
   */
  readonly isSpeakingMuted: boolean;
  /** Null while the camera is off. */
  readonly cameraFeatures: CameraFeatures | null;
  readonly quality: Quality | null;
  readonly error: NexError | null;
  /** Why the call ended; null unless `status` is `ended` or `failed`. */
  readonly endReason: LeaveReason | null;
  /** The browser refuses to play sound until the visitor allows it (`allowSound()`). */
  readonly isSoundBlocked: boolean;
  /** Newcomers can be met. Media does not depend on it. */
  readonly isSignalingReachable: boolean;
  /** The browser says that this device has no network at all. What is connected is looked for again as soon as it has. */
  readonly isOffline: boolean;
  /** What runs short on this device; less is sent while anything does. */
  readonly power: PowerState;
  /** What is sent of what could be, and why; for the first moments of a call everything. */
  readonly adaptation: Adaptation;
  /**
   * This page is the reload of one that was in this room less than two minutes ago: `join()` now goes on as the same
   * participant, with the same name, microphone and camera, and no lobby is needed. Null for the few milliseconds
   * after `createCall` in which that is looked up; false once joined.
   */
  readonly canResume: boolean | null;
  readonly can: Readonly<Record<CallIntent, boolean>>;
  readonly options: Readonly<CallOptions>;
}

/** The device in use was unplugged, is back, or is no longer the default. */
export interface DeviceMove {
  readonly kind: 'microphone';
  readonly device: Device | null;
}

export interface CallEvents {
  'call-joined': object;
  'call-left': { readonly reason: LeaveReason };
  'state-changed': { readonly state: CallStatus; readonly previous: CallStatus };
  'participant-joined': { readonly participant: Participant };
  'participant-left': { readonly participant: Participant; readonly reason: string };
  'participant-changed': { readonly participant: Participant };
  'media-changed': { readonly microphone: MediaState; readonly camera: MediaState; readonly screen: MediaState };
  'stream-added': { readonly participantId: string; readonly source: 'camera' | 'screen'; readonly stream: MediaStream };
  'stream-removed': { readonly participantId: string; readonly source: 'camera' | 'screen'; readonly stream: MediaStream };
  'speaker-changed': { readonly participantId: string | null };
  /** `participantId` null is the call as a whole. */
  'quality-changed': { readonly participantId: string | null; readonly level: QualityLevel; readonly score: number };
  'stats-updated': { readonly participantId: string; readonly stats: NetworkStats };
  /** `moved`: the call went over to another device by itself; null is one that the browser does not name. */
  'device-changed': { readonly devices: readonly Device[]; readonly moved?: DeviceMove };
  /** Somebody else said it while this device was in the room; neither own messages nor those of before. */
  'message-received': { readonly message: ChatMessage };
  'hand-changed': { readonly participantId: string; readonly isRaised: boolean };
  /** Own reactions too, so that everybody sees the same. */
  'reaction-received': { readonly participantId: string; readonly emoji: Reaction };
  error: { readonly error: NexError };
}

/**
 * The one controller of a call. Its state is a frozen snapshot; intents settle when the fact is true
 * and reject with a `NexError` when it cannot become true.
 */
export interface Call {
  readonly state: Readonly<CallState>;
  /** `listener` is called, at most once a microtask, when the selected value is no longer the same. */
  subscribe<Value>(selector: (state: Readonly<CallState>) => Value, listener: (value: Value) => void): () => void;
  on<Type extends keyof CallEvents>(type: Type, listener: (event: CallEvents[Type]) => void): () => void;
  /** Sound level 0 to 1 of a participant, some ten times a second, outside the snapshot. */
  onAudioLevel(participantId: string, listener: (level: number) => void): () => void;
  /** Shows the lobby: lists devices. Captures nothing. */
  enterLobby(): void;
  /** Begins to load what joining needs, so that `join()` does not wait for it: for the moment the visitor begins to act. */
  prepare(): void;
  join(): Promise<void>;
  leave(): Promise<void>;
  /**
   * Off is mute: nothing is sent from then on, and the others see it. In the room, a microphone that was on stays open on
   * this device while it is muted, as in other calls, so that un-muting and push to talk do not wait for the device and
   * `isSpeakingMuted` can be told. What it hears goes nowhere but into the measuring of its loudness; the browser's own sign
   * that a microphone is in use stays on meanwhile. It goes out on leaving and closing, when the call ends or fails, when
   * another microphone is chosen, when the system takes the microphone, and on a phone while the page is hidden. In the
   * lobby, and for a microphone that was not on since joining, off is off: nothing is open.
   */
  setMicrophone(isOn: boolean): Promise<void>;
  setCamera(isOn: boolean): Promise<void>;
  setScreenShare(isOn: boolean): Promise<void>;
  selectDevice(kind: DeviceKind, id: string | null): Promise<void>;
  setName(name: string): Promise<void>;
  /** A third one takes the place of the first. Rejects with `call/invalid-state` when nobody of that id is in the call. */
  pin(participantId: string, isPinned: boolean): Promise<void>;
  /**
   * Shows that participant large for everybody; null: nobody. The last choice of anybody counts, and ends when that
   * participant leaves. Rejects with `call/not-allowed` (not in the room, or too often), `call/invalid-state` (not here).
   */
  setSpotlight(participantId: string | null): Promise<void>;
  /** That participant is still heard. For the own id it is `setSelfView('hidden')`, and `'tile'`. */
  hideTile(participantId: string, isHidden: boolean): Promise<void>;
  setSelfView(value: SelfView): Promise<void>;
  /**
   * 0 to 2; 2 is twice as loud. On this device only, as long as that participant is here. Rejects with `config/invalid`
   * (not such a number), `call/invalid-state` (not here, or oneself).
   */
  setVolume(participantId: string, volume: number): Promise<void>;
  /**
   * Says it in the chat. Settles when it is in `messages`; it reaches those who are away for a moment when they are back.
   * Rejects with `config/invalid` (empty, or over 2,000 characters), `call/not-allowed` (not in the room, or faster than
   * ten at once and two a second: then `retryable`), `call/invalid-state` (`to` is not here, `replyTo` is not known).
   *
   * Those who come later are given what was said to everybody by those who are there. Nobody can prove to them what one
   * said who has left since; what a participant says itself, and what is known already, nobody else can change.
   *
   * @example
   * call.on('message-received', ({ message }) => console.log(message.name, message.text));
   * await call.send('Hello everybody');
   * await call.send('Only for you', { to: call.state.participants[0].id });
   */
  send(text: string, options?: SendOptions): Promise<void>;
  /**
   * Takes back an own message for everybody; its place stays, without text. Rejects with `call/invalid-state` (not known),
   * `call/not-allowed` (said by another one, or by this one before it left and came back).
   */
  deleteMessage(id: string): Promise<void>;
  /** All messages so far have been seen. */
  markRead(): void;
  /**
   * Those who come later see it too. Rejects with `call/not-allowed` outside a room.
   *
   * @example
   * const queue = [call.state.self, ...call.state.participants]
   *   .filter(({ hand }) => hand)
   *   .sort((a, b) => a.handRaisedAt - b.handRaisedAt);
   */
  raiseHand(isRaised: boolean): Promise<void>;
  /**
   * One of `REACTIONS`. May be lost on a bad path. Rejects with `config/invalid` (not one of them), `call/not-allowed` (not
   * in the room, or more than five a second: then `retryable`).
   */
  react(emoji: Reaction): Promise<void>;
  /**
   * To the camera on the other side of the device, or to the next one, without an end of the picture where two can run at
   * once; it is remembered as `selectDevice` does. While the camera is off it is for the next start. Rejects with
   * `call/not-allowed` (`can.flipCamera` is false), and as `selectDevice`.
   */
  flipCamera(): Promise<void>;
  /** Rejects with `call/not-allowed` (`cameraFeatures.torch` is null), `media/constraints-unmet` (the camera refuses). */
  setTorch(isOn: boolean): Promise<void>;
  /** Zoom of the own camera, within `cameraFeatures.zoom`; rejects as `setTorch`, and with `config/invalid`. */
  setCameraZoom(value: number): Promise<void>;
  setLayout(layout: Layout): Promise<void>;
  /** What is wanted of a remote picture; sent by tiles. */
  setReceiveWish(participantId: string, source: 'camera' | 'screen', wish: ReceiveWish): void;
  /** Starts sound that the browser refused to start by itself; call it from a click. */
  allowSound(): Promise<void>;
  /**
   * The most that is sent of the camera; `off` sends no pictures. The camera that runs is asked for as much as is of use
   * (1080p for `high`), unless `cameraConstraints` name a size. In the room, choosing by hand also undoes what was lowered
   * so far (`adaptation.steps`): what the network does not carry is lowered again.
   */
  setVideoQuality(value: VideoQuality): Promise<void>;
  /** `maximum` is for music, in two channels: going there and back opens the microphone anew, which is silent for a moment. */
  setAudioQuality(value: AudioQuality): Promise<void>;
  setBandwidthLimit(kbps: number | null): Promise<void>;
  /** Off: what is chosen by hand is sent, and nothing is lowered by itself; sound still comes before pictures. */
  setAdaptive(isOn: boolean): Promise<void>;
  /** For sign language: movement first. The camera is sent with 20 frames a second at least, and made smaller before. */
  setSigning(isOn: boolean): Promise<void>;
  /** The browser's statistics of each connection, by participant id; empty while not in a room. */
  getStats(): Promise<ReadonlyMap<string, RTCStatsReport>>;
  /**
   * How the call went so far, as one object to keep or send: no address, no name, no secret, and no device label unless
   * asked for. Possible at any time, also after the end. Rejects with `call/aborted` when its code cannot be loaded.
   */
  diagnostics(options?: DiagnosticsOptions): Promise<DiagnosticsReport>;
  /** Leaves and releases everything; the call cannot be used again. */
  close(): Promise<void>;
}
