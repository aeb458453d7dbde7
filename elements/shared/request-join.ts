import { NexError } from '../../src/base/nex-error.js';
import type { Call } from '../../src/call/call.js';
import { NexBeforeJoinEvent } from '../events/nex-before-join-event.js';
import { isAllowed } from './is-allowed.js';

/** Joins unless a listener of `nex-before-join` says no; then it rejects with `call/aborted`. */
export async function requestJoin(element: Element, call: Call): Promise<void> {
  if (!isAllowed(NexBeforeJoinEvent, element, call)) throw new NexError('call/aborted', 'A listener prevented joining.');
  await call.join();
}
