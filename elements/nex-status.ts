import { NexStatus } from './status/nex-status.js';
import { define } from './shared/define.js';

define('nex-status', NexStatus);

declare global {
  interface HTMLElementTagNameMap {
    'nex-status': NexStatus;
  }
}
