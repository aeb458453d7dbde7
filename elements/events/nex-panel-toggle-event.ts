import type { Panel } from '../shared/panels.js';
import { NexEvent } from './nex-event.js';

/** A button asks for a panel to be opened, or closed where it is open. `isOpen` says which; missing: the other of what it is. */
export class NexPanelToggleEvent extends NexEvent<{ readonly panel: Panel; readonly isOpen?: boolean }> {
  constructor(detail: { readonly panel: Panel; readonly isOpen?: boolean }) {
    super('nex-panel-toggle', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-panel-toggle': NexPanelToggleEvent;
  }
}
