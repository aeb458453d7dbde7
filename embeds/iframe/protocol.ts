/** Of the messages between a host page and the embed page. Another one is refused, never guessed at. */
export const VERSION = 1;

/** Attributes of `<nex-call>` that are true by being there. */
export const FLAGS = ['relay-only', 'autojoin', 'muted', 'camera-off', 'no-video'] as const;

/** Its other attributes. */
export const VALUES = [
  'room',
  'name',
  'secret',
  'server',
  'ice-servers',
  'token',
  'layout',
  'theme',
  'controls',
  'max-tiles',
  'max-participants',
  'hide',
  'video-quality',
  'audio-quality',
  'bandwidth-limit',
  'background',
  'lang',
  'shortcuts',
  'debug',
] as const;

/** Custom properties that a host page may set, since they are not inherited by what is in a frame. */
export const TOKENS = [
  ...['surface', 'surface-raised', 'text', 'text-muted', 'accent', 'on-accent', 'danger', 'speaking', 'focus'].map(
    (name) => `color-${name}`,
  ),
  ...['radius', 'space', 'control-size', 'tile-radius', 'tile-gap', 'tile-aspect'],
].map((name) => `--nex-${name}`);

/** `join` and `leave` of the element, and those intents of its call that need no object of the page. */
export const METHODS = [
  'join',
  'leave',
  'setMicrophone',
  'setCamera',
  'setScreenShare',
  'selectDevice',
  'flipCamera',
  'setName',
  'setLayout',
  'setVideoQuality',
  'setAudioQuality',
  'setBandwidthLimit',
  'send',
  'deleteMessage',
  'markRead',
  'raiseHand',
  'react',
  'pin',
  'setSpotlight',
  'hideTile',
  'setSelfView',
  'setVolume',
  'diagnostics',
] as const;
export type Method = (typeof METHODS)[number];

/** Null: the attribute is not there. */
export type Attributes = Readonly<Record<string, string | null>>;
/** What a page can be asked before it happens. */
export type Question = 'join' | 'leave';

export interface PlainError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly fatal: boolean;
}

/** The first, by `postMessage` to the frame, with a port for all that follows. */
export interface Hello {
  readonly nexrtc: number;
  readonly type: 'hello';
  readonly attributes: Attributes;
  readonly tokens: Readonly<Record<string, string>>;
  readonly asks: readonly Question[];
}

/** What a host page says over the port. */
export type ToPage =
  | { readonly type: 'set'; readonly attributes: Attributes }
  | { readonly type: 'asks'; readonly asks: readonly Question[] }
  | { readonly type: 'do'; readonly id: number; readonly method: Method; readonly values: readonly unknown[] }
  | { readonly type: 'answer'; readonly id: number; readonly isAllowed: boolean };

/** What the embed page says over the port. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'refused'; readonly reason: 'version' }
  | { readonly type: 'state'; readonly state: Readonly<Record<string, unknown>> }
  | { readonly type: 'event'; readonly name: string; readonly detail: unknown }
  | { readonly type: 'ask'; readonly id: number; readonly about: Question }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: PlainError };
