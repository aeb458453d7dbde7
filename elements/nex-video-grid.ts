import './nex-video-tile.js';
import { define } from './shared/define.js';
import { NexVideoGrid } from './video-grid/nex-video-grid.js';

define('nex-video-grid', NexVideoGrid);

declare global {
  interface HTMLElementTagNameMap {
    'nex-video-grid': NexVideoGrid;
  }
}
