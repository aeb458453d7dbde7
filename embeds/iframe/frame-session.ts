import type { CallElement } from './call-element.js';
import { callEventNames } from './event-names.js';
import { readMessage } from './messages.js';
import { plain } from './plain.js';
import type { Attributes, FromPage, Method, PlainError, Question, ToPage } from './protocol.js';

/** What a host page may see of the call's state; not its options, which hold the secret, nor streams. */
const STATE = [
  ...['status', 'self', 'participants', 'microphone', 'camera', 'screen', 'layout', 'speakerId', 'pinned', 'spotlightId'],
  ...['quality', 'unread', 'error', 'endReason', 'isSoundBlocked', 'isSignalingReachable', 'can'],
];

/** One host page and its call: does what it says, tells it what happens. */
export class FrameSession {
  readonly #call: CallElement;
  readonly #port: MessagePort;
  readonly #settle: (changed: Attributes) => Attributes;
  #asks: ReadonlySet<Question>;
  /** Allowed by the host page, and not to be asked again. */
  readonly #passes = new Set<Question>();
  readonly #questions = new Map<number, Question>();
  #lastQuestion = 0;
  #told = '';

  /** `settle` says what the call is to have once the host page has changed some attributes; null: not there. */
  constructor(call: CallElement, port: MessagePort, asks: readonly Question[], settle: (changed: Attributes) => Attributes) {
    this.#call = call;
    this.#port = port;
    this.#settle = settle;
    this.#asks = new Set(asks);
  }

  start(): void {
    this.#port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = readMessage(data);
      if (message) this.#take(message);
    };
    for (const name of callEventNames)
      this.#call.addEventListener(name, (event) => {
        this.#tellState();
        this.#say({ type: 'event', name, detail: plain((event as CustomEvent<unknown>).detail) ?? null });
      });
    for (const about of ['join', 'leave'] as const)
      this.#call.addEventListener(`nex-before-${about}`, (event) => {
        this.#onBefore(event, about);
      });
    // Before anything else that is said, whenever the call's own script comes.
    this.#say({ type: 'ready' });
    void customElements.whenDefined('nex-call').then(() => {
      this.#tellState();
    });
  }

  #say(message: FromPage): void {
    this.#port.postMessage(message);
  }

  /** Once for each state that differs in what is told of it. */
  #tellState(): void {
    const state = this.#call.call?.state as Readonly<Record<string, unknown>> | undefined;
    if (!state) return;
    const told = plain(Object.fromEntries(STATE.map((name) => [name, state[name]]))) as Record<string, unknown>;
    const text = JSON.stringify(told);
    if (text === this.#told) return;
    this.#told = text;
    this.#say({ type: 'state', state: told });
  }

  #take(message: ToPage): void {
    if (message.type === 'set') this.#set(message.attributes);
    else if (message.type === 'asks') this.#asks = new Set(message.asks);
    else if (message.type === 'do') void this.#do(message.id, message.method, message.values);
    else this.#onAnswer(message.id, message.isAllowed);
  }

  #set(changed: Attributes): void {
    const settled = this.#settle(changed);
    // With the room or its servers the invitation may come or go.
    for (const name of new Set([...Object.keys(changed), 'hide'])) {
      const value = settled[name] ?? null;
      if (value === this.#call.getAttribute(name)) continue;
      if (value === null) this.#call.removeAttribute(name);
      else this.#call.setAttribute(name, value);
    }
  }

  async #do(id: number, method: Method, values: readonly unknown[]): Promise<void> {
    try {
      await customElements.whenDefined('nex-call');
      const value = await this.#run(method, values);
      this.#tellState();
      this.#say({ type: 'done', id, value: plain(value) ?? null });
    } catch (error) {
      this.#tellState();
      this.#say({ type: 'failed', id, error: plain(error instanceof Error ? error : new Error('It failed.')) as PlainError });
    }
  }

  async #run(method: Method, values: readonly unknown[]): Promise<unknown> {
    // The host page has asked itself already.
    if (method === 'join' || method === 'leave') return this.#pass(method);
    await this.#call.updateComplete;
    const { call } = this.#call;
    if (!call) throw new Error('There is no call.');
    return (call as unknown as Record<Method, (...given: readonly unknown[]) => unknown>)[method](...values);
  }

  async #pass(about: Question): Promise<void> {
    this.#passes.add(about);
    try {
      await this.#call[about]();
    } finally {
      this.#passes.delete(about);
    }
  }

  /** The answer comes later than an event can wait: it is refused, and done when the host page allows it. */
  #onBefore(event: Event, about: Question): void {
    if (!this.#asks.has(about) || this.#passes.has(about)) return;
    event.preventDefault();
    const id = ++this.#lastQuestion;
    this.#questions.set(id, about);
    this.#say({ type: 'ask', id, about });
  }

  #onAnswer(id: number, isAllowed: boolean): void {
    const about = this.#questions.get(id);
    this.#questions.delete(id);
    // What goes wrong is shown by the call.
    if (about && isAllowed) this.#pass(about).catch(() => undefined);
  }
}
