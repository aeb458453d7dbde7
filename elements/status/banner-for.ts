import type { NexError } from '../../src/base/nex-error.js';
import type { CallState } from '../../src/call/call.js';
import { isTaken } from './is-taken.js';

export type Banner =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'sound' }
  | { readonly kind: 'media'; readonly media: 'microphone' | 'camera'; readonly error: NexError; readonly isTaken: boolean }
  | { readonly kind: 'media'; readonly media: 'screen'; readonly error: NexError; readonly isTaken: false };

/** The one thing worth a banner now, worst first; a caller is not told of an unreachable server while the call runs. */
export function bannerFor(state: Readonly<CallState>, dismissed: ReadonlySet<NexError>): Banner | null {
  if (state.status === 'joining') return { kind: 'connecting' };
  if (state.status !== 'connected' && state.status !== 'reconnecting') return null;
  if (state.isOffline) return { kind: 'offline' };
  if (state.status === 'reconnecting') return { kind: 'reconnecting' };
  if (state.isSoundBlocked) return { kind: 'sound' };
  for (const media of ['microphone', 'camera', 'screen'] as const) {
    const error = state.mediaErrors[media];
    // Whoever closes the browser's own screen picker knows that.
    const isOwnChoice = media === 'screen' && error?.code === 'media/permission-denied';
    if (error && !isOwnChoice && !dismissed.has(error))
      return media === 'screen' ? { kind: 'media', media, error, isTaken: false } : { kind: 'media', media, error, isTaken: isTaken(state, media) };
  }
  return null;
}
