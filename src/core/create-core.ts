import { createCall } from '../create-call.js';
import { Core } from './core.js';
import type { NexRTCCore } from './nexrtc-core.js';

/** A core, to be initialized; nothing is asked of the network or of a device before a room is joined. */
export function createCore(): NexRTCCore {
  return new Core({ createCall });
}
