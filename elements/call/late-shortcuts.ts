import type { ReactiveController } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import { NexError } from '../../src/base/nex-error.js';
import { Scope } from '../../src/base/scope.js';
import { LAYOUTS } from '../../src/call/call-options.js';
import type { Call } from '../../src/call/call.js';
import { NexErrorEvent } from '../events/nex-error-event.js';
import { NexPanelToggleEvent } from '../events/nex-panel-toggle-event.js';
import { hiddenParts } from '../shared/hidden-parts.js';
import type { Panel } from '../shared/panels.js';
import { shortcutChoices } from '../shared/shortcut-choices.js';
import { shortcutKeys, type Shortcut, type ShortcutKeys } from '../shared/shortcut-keys.js';
import { canFullscreen, toggleFullscreen } from '../shared/toggle-fullscreen.js';
import type { ShortcutHost } from './shortcut-host.js';
import { LateShortcutsHelp } from './late-shortcuts-help.js';
import { PushToTalk } from './shortcut-push-to-talk.js';
import { isOperable, isTyping } from './shortcut-target.js';
import { focusTile } from './shortcut-tile-focus.js';

/** Which word of `hide` takes a key with it. */
const HIDE: Partial<Record<Shortcut, string>> = {
  screen: 'screen-share',
  hand: 'hand',
  chat: 'chat',
  participants: 'participants',
  quality: 'quality',
};

/** What the keys do. They work while focus is inside the host, not where text is typed, and without any modifier. */
export class LateShortcuts implements ReactiveController {
  readonly #host: ShortcutHost;
  readonly #help: LateShortcutsHelp;
  readonly #talk: PushToTalk;
  #scope: Scope | undefined;
  #words: string | null = null;
  #keys: ShortcutKeys['keys'] = shortcutKeys('').keys;

  constructor(host: ShortcutHost) {
    this.#host = host;
    this.#help = new LateShortcutsHelp(host, (shortcut) => this.#isPossible(shortcut));
    this.#talk = new PushToTalk(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#scope = new Scope(systemClock);
    this.#scope.listen(this.#host, 'keydown', this.#onEvent);
    this.#scope.listen(this.#host, 'nex-shortcuts-help', this.#onEvent);
  }

  hostDisconnected(): void {
    this.#scope?.close();
    this.#talk.release();
    this.#help.close();
  }

  /** The language may be another one. */
  hostUpdated(): void {
    this.#help.refresh();
  }

  /** Does what the event asks for; `path` is where it came from. */
  handle(event: Event, path: readonly EventTarget[]): void {
    if (event.type === 'nex-shortcuts-help') this.#help.open(this.#readKeys());
    else if (event instanceof KeyboardEvent) this.#onKey(event, path);
  }

  readonly #onEvent = (event: Event): void => {
    this.handle(event, event.composedPath());
  };

  #onKey(event: KeyboardEvent, path: readonly EventTarget[]): void {
    const { call } = this.#host;
    if (!call || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(path)) return;
    const key = pressedKey(event);
    const keys = this.#readKeys();
    // What is held must not scroll the page either.
    if (this.#talk.isHeld && key === keys.talk) event.preventDefault();
    if (event.repeat || !shortcutChoices.value.isOn) return;
    const digit = /^[1-9]$/.test(key) && keys.tiles !== null ? Number(key) : 0;
    const shortcut = digit > 0 ? 'tiles' : (Object.keys(keys) as Shortcut[]).find((name) => keys[name] === key);
    // A capital letter by Shift is not the key alone; signs such as `?`, and digits on some keyboards, need it.
    if (shortcut === undefined || (event.shiftKey && /^[a-z ]$/.test(key)) || !this.#isPossible(shortcut)) return;
    if (shortcut === 'talk' && (isOperable(path) || call.state.microphone !== 'off')) return;
    if (this.#run(shortcut, call, event, digit)) event.preventDefault();
  }

  /** Whether that key does something now, for this visitor, in this call. */
  #isPossible(shortcut: Shortcut): boolean {
    const { call, hide } = this.#host;
    if (!call) return false;
    const { status, can, options } = call.state;
    const isIn = status === 'connected' || status === 'reconnecting';
    const hidden = HIDE[shortcut];
    if (hidden !== undefined && hiddenParts(hide).has(hidden)) return false;
    switch (shortcut) {
      case 'microphone':
        return can.microphone && (isIn || status === 'lobby');
      case 'camera':
        return can.camera && !options.isAudioOnly && (isIn || status === 'lobby');
      case 'talk':
        return can.microphone && isIn;
      case 'screen':
      case 'hand':
      case 'chat':
        return can[shortcut] && isIn;
      case 'fullscreen':
        return canFullscreen();
      case 'help':
        return true;
      case 'participants':
      case 'layout':
      case 'quality':
      case 'tiles':
        return isIn;
    }
  }

  #run(shortcut: Shortcut, call: Call, event: KeyboardEvent, digit: number): boolean {
    const { microphone, camera, screen, self, layout } = call.state;
    let intent: Promise<void> | undefined;
    switch (shortcut) {
      case 'microphone':
        intent = call.setMicrophone(microphone !== 'on');
        break;
      case 'camera':
        intent = call.setCamera(camera !== 'on');
        break;
      case 'screen':
        intent = call.setScreenShare(screen !== 'on');
        break;
      case 'hand':
        intent = call.raiseHand(!self.hand);
        break;
      case 'layout':
        intent = this.#nextLayout(call, LAYOUTS[(LAYOUTS.indexOf(layout) + 1) % LAYOUTS.length] ?? 'auto');
        break;
      case 'talk':
        this.#talk.hold(call, event.code);
        break;
      case 'chat':
      case 'participants':
      case 'quality':
        this.#togglePanel(shortcut);
        break;
      case 'fullscreen':
        toggleFullscreen(this.#host);
        break;
      case 'help':
        this.#help.open(this.#keys);
        break;
      case 'tiles':
        return focusTile(this.#host, digit);
    }
    // What cannot become true shows in the state of the call.
    intent?.catch(() => undefined);
    return true;
  }

  async #nextLayout(call: Call, layout: (typeof LAYOUTS)[number]): Promise<void> {
    await call.setLayout(layout);
    this.#help.sayLayout(layout);
  }

  #togglePanel(panel: Panel): void {
    this.#host.dispatchEvent(new NexPanelToggleEvent({ panel }));
  }

  #readKeys(): ShortcutKeys['keys'] {
    const words = this.#host.shortcuts;
    if (words === this.#words) return this.#keys;
    const { keys, invalid } = shortcutKeys(words);
    this.#words = words;
    this.#keys = keys;
    if (invalid.length > 0) {
      const expected = '"off", or pairs such as "m=k" and "s=off", each key once';
      const detail = { option: 'shortcuts', value: invalid.join(' ').slice(0, 80), expected };
      const error = new NexError('config/invalid', `The option "shortcuts" takes ${expected}.`, { detail });
      this.#host.dispatchEvent(new NexErrorEvent({ error }));
    }
    return keys;
  }
}

/** The character, or where the keyboard writes another script, what Latin ones have at that place. */
function pressedKey({ key, code }: KeyboardEvent): string {
  if (key === '\u061f' || key === '\uff1f') return '?';
  const isOtherScript = key.length === 1 && key > '\u007f';
  return ((isOtherScript && /^(?:Key|Digit)(.)$/.exec(code)?.[1]) || key).toLowerCase();
}
