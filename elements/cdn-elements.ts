import './nex-controls.js';
import './nex-lobby.js';
import './nex-status.js';
import './nex-video-grid.js';
import './nex-video-tile.js';
import { NexCall } from './call/nex-call.js';
import type { NexStateChangedEvent } from './events/nex-state-changed-event.js';
import { define } from './shared/define.js';

/** There is nothing to measure before a call stands, so `<nex-quality>` comes then, or at once where a page has it itself. */
const loadQuality = (event: Event): void => {
  if ((event as NexStateChangedEvent).detail.state !== 'connected' && document.querySelector('nex-quality') === null) return;
  import('./nex-quality.js').then(
    () => {
      document.removeEventListener('nex-state-changed', loadQuality, true);
    },
    // The network is gone: tried again when the call is back.
    () => undefined,
  );
};

/** The panels that a page has in a layout of its own; those of `<nex-call>` come when they are first opened. */
const loadPageParts = (): void => {
  if (document.querySelector('nex-captions,nex-chat,nex-participants,nex-settings'))
    import('./late-page-parts.js').then((parts) => parts.loadPageParts()).catch(() => undefined);
};

document.addEventListener('nex-state-changed', loadQuality, true);
document.addEventListener('nex-state-changed', loadPageParts, true);
loadPageParts();
// Not by `nex-call.js`, which brings every element that the default interface has.
define('nex-call', NexCall);
