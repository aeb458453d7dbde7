import type { Call } from '../../src/call/call.js';

/** Calls of which a status tells by voice what happens to them: nobody else has to. */
export const announcedCalls = new WeakSet<Call>();
