import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatMessage } from '../../src/call/call.js';
import { firstUnread } from './chat-state.js';

/** So near to the end counts as being there. */
const NEAR_PX = 32;

/** Keeps the newest message in sight, unless the visitor scrolled up to read: then it counts what comes. */
export class StayAtEnd implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isAtEnd = true;
  #lastId: string | null = null;
  #newCount = 0;
  #hasNew = false;
  #resize: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** How many messages of others came while the visitor was further up. */
  get newCount(): number {
    return this.#newCount;
  }

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  hostConnected(): void {
    this.#resize = new ResizeObserver(() => {
      if (this.#isAtEnd) this.toEnd();
    });
    this.#observe();
  }

  hostDisconnected(): void {
    this.#resize?.disconnect();
    this.#resize = undefined;
    this.#isAtEnd = true;
    this.#newCount = 0;
  }

  hostUpdated(): void {
    this.#observe();
  }

  /** To be called before rendering: counts what came since, or makes ready to follow it. */
  take(messages: readonly ChatMessage[]): void {
    const last = messages.at(-1);
    if (last?.id === this.#lastId) return;
    const known = messages.findIndex(({ id }) => id === this.#lastId);
    const added = known < 0 ? [] : messages.slice(known + 1);
    this.#lastId = last?.id ?? null;
    this.#hasNew = true;
    // What the visitor says is seen at once.
    if (added.some(({ isOwn }) => isOwn)) this.#isAtEnd = true;
    this.#newCount = this.#isAtEnd ? 0 : this.#newCount + added.filter(({ isOwn }) => !isOwn).length;
  }

  /** To be called after rendering. */
  follow(): void {
    if (this.#hasNew && this.#isAtEnd) this.toEnd();
    this.#hasNew = false;
  }

  readonly toEnd = (): void => {
    const box = this.#box;
    if (!box) return;
    this.#isAtEnd = true;
    box.scrollTop = box.scrollHeight;
    this.#forget();
  };

  /** Begins at the first of so many unread messages, or at the end where all of them fit. */
  begin(messages: readonly ChatMessage[], unread: number): void {
    const box = this.#box;
    const id = firstUnread(messages, unread);
    const row = id === null ? null : box?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    this.toEnd();
    const head = row?.closest('.group');
    if (!box || !head) return;
    const above = head.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (above < 0) box.scrollTop += above - NEAR_PX;
    this.onScroll();
  }

  readonly onScroll = (): void => {
    const box = this.#box;
    if (!box) return;
    this.#isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR_PX;
    if (this.#isAtEnd) this.#forget();
  };

  get #box(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.scroll') ?? null;
  }

  #forget(): void {
    if (this.#newCount === 0) return;
    this.#newCount = 0;
    this.#host.requestUpdate();
  }

  #observe(): void {
    const box = this.#box;
    if (box) this.#resize?.observe(box);
  }
}
