import type { Call } from '../../src/call/call.js';

/** The `<nex-call>` that shows a call: where the page listens for its events. */
export const callOwners = new WeakMap<Call, Element>();
