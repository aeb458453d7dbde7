import type { NexError } from '../../src/base/nex-error.js';
import type { CallState } from '../../src/call/call.js';
import { isTaken } from './is-taken.js';

export type Banner =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'sound' }
  | { readonly kind: 'failed'; readonly error: NexError }
  | { readonly kind: 'media'; readonly media: 'microphone' | 'camera' | 'screen'; readonly error: NexError; readonly isTaken: boolean };

/** The one thing worth a banner now (`isAlone`: nothing else tells why a call failed), worst first; a caller is not told of an unreachable server while the call runs. */
export function bannerFor(state: Readonly<CallState>, dismissed: ReadonlySet<NexError>, isAlone: boolean): Banner | null {
  if (state.status === 'joining') return { kind: 'connecting' };
  // The default interface fills its box with that.
  if (state.status === 'failed' && state.error && isAlone) return { kind: 'failed', error: state.error };
  if (state.status !== 'connected' && state.status !== 'reconnecting') return null;
  if (state.isOffline) return { kind: 'offline' };
  if (state.status === 'reconnecting') return { kind: 'reconnecting' };
  if (state.isSoundBlocked) return { kind: 'sound' };
  for (const media of ['microphone', 'camera', 'screen'] as const) {
    const error = state.mediaErrors[media];
    // Whoever closes the browser's own screen picker knows that.
    const isOwnChoice = media === 'screen' && error?.code === 'media/permission-denied';
    if (error && !isOwnChoice && !dismissed.has(error))
      return { kind: 'media', media, error, isTaken: media !== 'screen' && isTaken(state, media) };
  }
  return null;
}
