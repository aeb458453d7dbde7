import { NexParticipants } from './participants/nex-participants.js';
import { define } from './shared/define.js';

define('nex-participants', NexParticipants);

declare global {
  interface HTMLElementTagNameMap {
    'nex-participants': NexParticipants;
  }
}
