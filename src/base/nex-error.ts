/** Every code a `NexError` may carry; words for people are found by code in the translations. */
export const ERROR_CODES = [
  'environment/insecure-context',
  'environment/webrtc-missing',
  'config/invalid',
  'media/permission-denied',
  'media/device-not-found',
  'media/device-in-use',
  'media/constraints-unmet',
  'media/capture-ended',
  'signaling/unreachable',
  'signaling/unauthorized',
  'signaling/bad-message',
  'signaling/room-full',
  'signaling/room-locked',
  'peer/negotiation-failed',
  'peer/ice-failed',
  'peer/timeout',
  'peer/untrusted',
  'call/invalid-state',
  'call/aborted',
  'call/not-allowed',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a code alone does not say. Never a secret. `config/invalid` names the option, what was given and what it takes. */
export interface ErrorDetail {
  readonly option?: string;
  readonly value?: string;
  readonly expected?: string;
  /** Of `media/device-in-use`: the capture ran, and the system holds it back for a while, as in a phone call. */
  readonly isInterruption?: boolean;
}

export interface NexErrorOptions {
  readonly retryable?: boolean;
  readonly fatal?: boolean;
  readonly cause?: unknown;
  readonly detail?: ErrorDetail;
}

/** The one error class of the package. `message` is for engineers; people are shown words found by `code`. */
export class NexError extends Error {
  readonly code: ErrorCode;
  /** Trying the same again may work. */
  readonly retryable: boolean;
  /** The call cannot go on. */
  readonly fatal: boolean;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, message: string, options: NexErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'NexError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.fatal = options.fatal ?? false;
    this.detail = options.detail ?? {};
  }
}
