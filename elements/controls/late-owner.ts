import type { LitElement, ReactiveController } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import type { Call } from '../../src/call/call.js';
import type { NexPushToTalkEvent } from '../events/nex-push-to-talk-event.js';
import { callOwners } from '../shared/call-owners.js';
import { shortcutChoices } from '../shared/shortcut-choices.js';
import { shortcutKeys, type ShortcutKeys } from '../shared/shortcut-keys.js';
import { LateAutoHide } from './late-auto-hide.js';
import type { LateBubble } from './late-bubble.js';

/** A `<nex-call>`: its keys are those that its `shortcuts` say. */
type Owner = LitElement & { readonly shortcuts: string };

/** What the toolbar takes from the `<nex-call>` of its call, wherever it stands itself: keys, push to talk, full screen. */
export class LateOwner {
  readonly #host: LitElement;
  readonly #bubble: LateBubble;
  #owner: Owner | null = null;
  #scope: Scope | undefined;
  #words = 'off';
  #keys: ShortcutKeys['keys'] = shortcutKeys('off').keys;

  constructor(host: LitElement, bubble: LateBubble) {
    this.#host = host;
    this.#bubble = bubble;
  }

  /** Null where there is none: a call that a page drives itself. */
  get owner(): Element | null {
    return this.#owner;
  }

  get keys(): ShortcutKeys['keys'] {
    return this.#keys;
  }

  /** Before each rendering: the call may be another one, or its keys are. */
  follow(call: Call | null): void {
    const found = call && this.#host.isConnected ? callOwners.get(call) : undefined;
    const owner = (found as Owner | undefined) ?? null;
    if (owner !== this.#owner) {
      this.close();
      this.#owner = owner;
      if (owner) this.#watch(owner);
    }
    const words = owner ? owner.shortcuts : 'off';
    if (words === this.#words) return;
    this.#words = words;
    this.#keys = shortcutKeys(words).keys;
  }

  /** From the toolbar, and where that stands outside, from the `<nex-call>` too, which listens on itself. */
  tell(makeEvent: () => Event): void {
    const owner = this.#owner;
    let isHeard = false;
    const onEvent = (): void => {
      isHeard = true;
    };
    const event = makeEvent();
    owner?.addEventListener(event.type, onEvent, { capture: true, once: true });
    this.#host.dispatchEvent(event);
    owner?.removeEventListener(event.type, onEvent, { capture: true });
    if (!isHeard) owner?.dispatchEvent(makeEvent());
  }

  close(): void {
    this.#scope?.close();
    this.#owner = null;
  }

  #watch(owner: Owner): void {
    const scope = new Scope(systemClock);
    this.#scope = scope;
    const update = (): void => {
      this.#host.requestUpdate();
    };
    const watcher: ReactiveController = {
      hostUpdated: () => {
        if (owner.shortcuts !== this.#words) update();
      },
    };
    owner.addController(watcher);
    scope.add(() => {
      owner.removeController(watcher);
    });
    scope.add(shortcutChoices.listen(update));
    scope.listen(owner, 'fullscreenchange', update);
    scope.listen(owner, 'nex-push-to-talk', (event) => {
      this.#bubble.setTalking((event as NexPushToTalkEvent).detail.isHeld);
    });
    new LateAutoHide(this.#host, owner, scope);
  }
}
