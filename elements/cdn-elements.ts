import { lateLoading } from '../src/base/late-loading.js';
import './nex-controls.js';
import './nex-lobby.js';
import './nex-status.js';
import './nex-video-grid.js';
import './nex-video-tile.js';
import { NexCall } from './call/nex-call.js';
import type { NexStateChangedEvent } from './events/nex-state-changed-event.js';
import { define } from './shared/define.js';

/**
 * There is nothing to measure before a call stands, so `<nex-quality>` comes then; it and the panels come at once where a
 * page has them in a layout of its own. In `<nex-call>` the panels come when they are first opened.
 */
const loadParts = (event?: Event): void => {
  const isConnected = (event as NexStateChangedEvent | undefined)?.detail.state === 'connected';
  if (isConnected || document.querySelector('nex-captions,nex-chat,nex-participants,nex-quality,nex-settings'))
    lateLoading()
      .then(() => import('./late-page-parts.js'))
      .then((parts) => parts.loadPageParts(isConnected))
      // The network is gone: tried again when the call is back.
      .catch(() => undefined);
};

document.addEventListener('nex-state-changed', loadParts, true);
loadParts();
// Not by `nex-call.js`, which brings every element that the default interface has.
define('nex-call', NexCall);
