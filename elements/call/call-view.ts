import type { CallStatus } from '../../src/call/call.js';

/** What the default interface shows. */
export type CallView = 'lobby' | 'joining' | 'stage' | 'ended' | 'error';

export interface CallViewInput {
  /** Undefined: there is no call. */
  readonly status: CallStatus | undefined;
  readonly hasError: boolean;
  /** What was shown before. */
  readonly before: CallView | null;
  /** Whether it goes in by itself: the page wants it so, or a reload interrupted a call. */
  readonly isSkippingLobby: boolean;
  readonly isAutojoin: boolean;
}

/** What to show of a call in that state, after what was shown before. */
export function callView({ status, hasError, before, isSkippingLobby, isAutojoin }: CallViewInput): CallView {
  if (status === undefined) return hasError ? 'error' : 'lobby';
  if (status === 'connected' || status === 'reconnecting') return 'stage';
  if (status === 'failed') return 'error';
  if (status === 'ended') return 'ended';
  // The lobby stays until the call is there: nothing jumps, its button says what happens.
  if (status === 'joining') return before === 'lobby' && !isAutojoin ? 'lobby' : 'joining';
  return isSkippingLobby && (before === null || before === 'joining') ? 'joining' : 'lobby';
}
