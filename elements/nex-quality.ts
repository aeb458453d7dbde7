import { NexQuality } from './quality/nex-quality.js';
import { define } from './shared/define.js';

define('nex-quality', NexQuality);

declare global {
  interface HTMLElementTagNameMap {
    'nex-quality': NexQuality;
  }
}
