import { NexControls } from './controls/nex-controls.js';
import { define } from './shared/define.js';

define('nex-controls', NexControls);

declare global {
  interface HTMLElementTagNameMap {
    'nex-controls': NexControls;
  }
}
