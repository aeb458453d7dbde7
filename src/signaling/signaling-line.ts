import type { NexError } from '../base/nex-error.js';
import type { SignalingMessage } from './signaling-port.js';

/** What a line tells. Never before the call that opened it has returned; nothing after `handleEnd`. */
export interface LineEvents {
  /** The address is ours on this line. A message counts as the same news, should it come first. */
  handleOpen(): void;
  handleMessage(message: SignalingMessage): void;
  handleUndeliverable(to: string): void;
  /** The line is of no use any more: the address was taken, or the error says why. */
  handleEnd(reason: 'taken' | NexError): void;
}

/** One connection to one server, used for one address, once. */
export interface SignalingLine {
  send(to: string, content: unknown): void;
  /** Asks whether the server is really still there; if not, the line ends. */
  check(): void;
  close(): void;
}

/** Opens a line; one that is not open after `openTimeoutMs` ends as unreachable. */
export type LineOpener = (events: LineEvents, openTimeoutMs: number) => SignalingLine;

/** What every line to a server keeps, in milliseconds. The server never speaks by itself: silence must be asked about. */
export const LINE_TIMES = {
  openTimeoutMs: 5_000,
  /** Who comes back has been there before: a server that does not answer within this is tried again. */
  reopenTimeoutMs: 3_000,
  /** Together at most 18 s until a half-open connection is noticed. */
  checkPeriodMs: 14_000,
  checkTimeoutMs: 4_000,
} as const;
