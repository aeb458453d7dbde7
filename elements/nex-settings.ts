import { NexSettings } from './settings/nex-settings.js';
import { define } from './shared/define.js';

define('nex-settings', NexSettings);

declare global {
  interface HTMLElementTagNameMap {
    'nex-settings': NexSettings;
  }
}
