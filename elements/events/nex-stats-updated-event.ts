import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** One connection was measured. */
export class NexStatsUpdatedEvent extends NexEvent<CallEvents['stats-updated']> {
  constructor(detail: CallEvents['stats-updated']) {
    super('nex-stats-updated', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-stats-updated': NexStatsUpdatedEvent;
  }
}
