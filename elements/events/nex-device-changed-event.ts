import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** A device came, went or became known by name. */
export class NexDeviceChangedEvent extends NexEvent<CallEvents['device-changed']> {
  constructor(detail: CallEvents['device-changed']) {
    super('nex-device-changed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-device-changed': NexDeviceChangedEvent;
  }
}
