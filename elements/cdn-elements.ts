import { adoptStyles } from 'lit';
import { lateLoading } from '../src/base/late-loading.js';
import { createConsoleLogger } from '../src/base/logger.js';
import { NexCall } from './call/nex-call.js';
import { pinAddresses } from './cdn/load-chunk.js';
import { NexControls } from './controls/nex-controls.js';
import type { NexStateChangedEvent } from './events/nex-state-changed-event.js';
import { NexLobby } from './lobby/nex-lobby.js';
import { define } from './shared/define.js';
import { ownTags } from './shared/own-tags.js';
import { NexStatus } from './status/nex-status.js';
import { NexVideoGrid } from './video-grid/nex-video-grid.js';
import { NexVideoTile } from './video-tile/nex-video-tile.js';

/**
 * There is nothing to measure before a call stands, so `<nex-quality>` comes then; it and the panels come at once where a
 * page has them in a layout of its own. In `<nex-call>` the panels come when they are first opened.
 */
const loadParts = (event?: Event): void => {
  const isConnected = (event as NexStateChangedEvent | undefined)?.detail.state === 'connected';
  if (isConnected || document.querySelector(ownTags('nex-captions,nex-chat,nex-participants,nex-quality,nex-settings')))
    lateLoading()
      .then(() => import('./late-page-parts.js'))
      .then((parts) => parts.loadPageParts(isConnected))
      // The network is gone: tried again when the call is back.
      .catch(() => undefined);
};

/**
 * Each in a task of its own, so that the page answers in between; the call first, what it shows after it. Not by the modules
 * named after the tags: that of the call brings every element that the default interface has.
 */
const TAGS = [
  ['nex-call', NexCall],
  ['nex-lobby', NexLobby],
  ['nex-status', NexStatus],
  ['nex-controls', NexControls],
  ['nex-video-grid', NexVideoGrid],
  ['nex-video-tile', NexVideoTile],
] as const;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** In a task after the page was drawn; hidden pages are not. */
const nextDrawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 99);
  });

/** The browser asks another process for these when they are first read: not in the task that makes the call. */
const readStorages = (): void => {
  try {
    void [localStorage.length, sessionStorage.length];
  } catch {
    // Forbidden here.
  }
};

let startedWith = '';

/**
 * Registers the tags, once, with what the page `asked` to stand before their dash; another copy of the script that was
 * first with them stays in place.
 */
export async function start(prefix: string, asked: string | null, isPinned: boolean): Promise<void> {
  if (isPinned) pinAddresses();
  const late = asked === null ? null : await import('./cdn/late-prefix.js');
  await nextTask();
  readStorages();
  // Running the modules was a task too, and so is reading each tag's styles; with another prefix they are not yet as they will be.
  for (const [, element] of TAGS) {
    await nextTask();
    if (late) continue;
    void element.observedAttributes;
    adoptStyles({} as ShadowRoot, element.elementStyles);
  }
  // The tags are taken in the task that finds them free: another copy waits as this one does.
  if (startedWith === prefix) return;
  const isSecond = startedWith || customElements.get(`${prefix}-call`);
  startedWith = prefix;
  if (isSecond) {
    createConsoleLogger('').log('warn', 'page', 'The script is here twice: this one does nothing.');
    return;
  }
  late?.takePrefix(prefix, asked);
  for (const [tag, element] of TAGS) {
    define(tag, element);
    await nextTask();
    // What the call shows is laid out apart from the call.
    if (element === NexCall) await nextDrawn();
  }
  document.addEventListener('nex-state-changed', loadParts, true);
  loadParts();
}
