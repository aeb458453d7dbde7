import { NexError } from '../../src/base/nex-error.js';
import type { Call } from '../../src/call/call.js';
import { NexBeforeLeaveEvent } from '../events/nex-before-leave-event.js';
import { isAllowed } from './is-allowed.js';

/** Leaves unless a listener of `nex-before-leave` says no; then it rejects with `call/aborted`. */
export async function requestLeave(element: Element, call: Call): Promise<void> {
  if (!isAllowed(NexBeforeLeaveEvent, element, call)) throw new NexError('call/aborted', 'A listener prevented leaving.');
  await call.leave();
}
