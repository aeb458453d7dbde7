import type { ReactiveController } from 'lit';
import type { CallHost } from '../../src/context/call-host.js';
import { hiddenParts } from '../shared/hidden-parts.js';

type ShortcutHost = CallHost & { readonly shortcuts: string; readonly hide: string };

const TEXT_FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** `M` microphone, `V` camera, `S` screen unless hidden, while focus is inside the host and not where text is typed. */
export class CallShortcuts implements ReactiveController {
  readonly #host: ShortcutHost;

  constructor(host: ShortcutHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKeydown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKeydown);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { call, shortcuts, hide } = this.#host;
    if (!call || shortcuts === 'off' || event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const { status, microphone, camera, screen, can } = call.state;
    const isIn = status === 'connected' || status === 'reconnecting';
    const key = event.key.toLowerCase();
    let intent: Promise<void> | undefined;
    if (key === 'm' && can.microphone && (isIn || status === 'lobby')) intent = call.setMicrophone(microphone !== 'on');
    if (key === 'v' && can.camera && (isIn || status === 'lobby')) intent = call.setCamera(camera !== 'on');
    if (key === 's' && can.screen && isIn && !hiddenParts(hide).has('screen-share')) intent = call.setScreenShare(screen !== 'on');
    if (!intent) return;
    event.preventDefault();
    intent.catch(() => undefined);
  };
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}
