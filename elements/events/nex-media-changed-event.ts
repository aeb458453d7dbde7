import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** The microphone, camera or screen of this visitor went on, off or failed. */
export class NexMediaChangedEvent extends NexEvent<CallEvents['media-changed']> {
  constructor(detail: CallEvents['media-changed']) {
    super('nex-media-changed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-media-changed': NexMediaChangedEvent;
  }
}
