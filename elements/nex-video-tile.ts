import { define } from './shared/define.js';
import { NexVideoTile } from './video-tile/nex-video-tile.js';

define('nex-video-tile', NexVideoTile);

declare global {
  interface HTMLElementTagNameMap {
    'nex-video-tile': NexVideoTile;
  }
}
