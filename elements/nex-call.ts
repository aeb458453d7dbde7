import './nex-controls.js';
import './nex-lobby.js';
import './nex-quality.js';
import './nex-status.js';
import './nex-video-grid.js';
import { NexCall } from './call/nex-call.js';
import { define } from './shared/define.js';

define('nex-call', NexCall);

declare global {
  interface HTMLElementTagNameMap {
    'nex-call': NexCall;
  }
}
