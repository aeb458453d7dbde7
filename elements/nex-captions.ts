import { NexCaptions } from './captions/nex-captions.js';
import { define } from './shared/define.js';

define('nex-captions', NexCaptions);

declare global {
  interface HTMLElementTagNameMap {
    'nex-captions': NexCaptions;
  }
}
