import { NexLobby } from './lobby/nex-lobby.js';
import { define } from './shared/define.js';

define('nex-lobby', NexLobby);

declare global {
  interface HTMLElementTagNameMap {
    'nex-lobby': NexLobby;
  }
}
