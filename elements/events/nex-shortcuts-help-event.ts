import { NexEvent } from './nex-event.js';

/** Somebody asks for the list of keyboard shortcuts. */
export class NexShortcutsHelpEvent extends NexEvent<object> {
  constructor() {
    super('nex-shortcuts-help', {});
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-shortcuts-help': NexShortcutsHelpEvent;
  }
}
