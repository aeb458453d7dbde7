import { NexChat } from './chat/nex-chat.js';
import { define } from './shared/define.js';

define('nex-chat', NexChat);

declare global {
  interface HTMLElementTagNameMap {
    'nex-chat': NexChat;
  }
}
