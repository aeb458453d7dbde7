import { pageSecret } from '../../elements/shared/page-secret.js';
import {
  FLAGS,
  METHODS,
  TOKENS,
  VALUES,
  VERSION,
  type FromPage,
  type Hello,
  type Method,
  type PlainError,
  type Question,
  type ToPage,
} from './protocol.js';

const ALLOW =
  'camera; microphone; display-capture; fullscreen; picture-in-picture; autoplay; screen-wake-lock; speaker-selection; clipboard-write; web-share';
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox';
const NAMES: readonly string[] = [...VALUES, ...FLAGS];
const ANSWER_LIMIT_MS = 20_000;
const EVENT_NAME = /^nex-[a-z-]+$/u;
const propertyOf = (attribute: string): string => attribute.replace(/-(.)/gu, (_, letter: string) => letter.toUpperCase());
const PROPERTIES = ['src', ...NAMES].map(propertyOf);

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const failure = ({ code, message, retryable, fatal }: PlainError): Error & PlainError =>
  Object.assign(new Error(message), { name: 'NexError', code, retryable, fatal });
const aborted = (message: string, code = 'call/aborted'): Error => failure({ code, message, retryable: true, fatal: false });

/**
 * `<nex-call>` in a frame of another origin: the same attributes, methods (as promises) and events.
 *
 * `src` is the address of the embed page; missing: where this script is. `frame.state` is what was last told of the
 * call's state, `frame.call` has its intents. They reject with an `Error` that has `code`, `retryable` and `fatal`.
 */
export class NexCallFrame extends HTMLElement {
  static readonly observedAttributes = ['src', ...NAMES];

  /** The last that was told; null before. Streams are not in it. */
  state: Readonly<Record<string, unknown>> | null = null;
  readonly call = Object.fromEntries(METHODS.map((method) => [method, (...values: unknown[]) => this.#do(method, values)])) as Readonly<
    Record<Method, (...values: unknown[]) => Promise<unknown>>
  >;

  readonly #waiting = new Map<number, Waiting>();
  readonly #asks = new Set<Question>();
  #lastId = 0;
  #port: MessagePort | null = null;
  #isReady = false;
  /** Said before there was somebody to hear it. */
  #unsaid: ToPage[] = [];
  #timer = 0;
  #isShown = false;
  /** Why the page in the frame is not to be spoken with, until there is another one. */
  #failure: Error | null = null;

  readonly #root = this.attachShadow({ mode: 'open' });

  connectedCallback(): void {
    // Set before this script came: they hid the element's own.
    for (const name of PROPERTIES) {
      const self = this as unknown as Record<string, unknown>;
      const value = self[name];
      if (Object.hasOwn(self, name) && delete self[name]) self[name] = value;
    }
    this.#isShown = true;
    this.#failure = null;
    this.style.display ||= 'block';
    const source = this.getAttribute('src');
    const url = new URL(source ?? './', source === null ? import.meta.url : document.baseURI);
    if (!/^https?:$/u.test(url.protocol)) throw new TypeError('src takes the http or https address of the embed page.');
    url.searchParams.set('origin', location.origin);
    const frame = document.createElement('iframe');
    Object.assign(frame, { allow: ALLOW, referrerPolicy: 'no-referrer', title: this.title || 'NexRTC', src: url.href });
    frame.setAttribute('sandbox', SANDBOX);
    frame.style.cssText = 'display:block;width:100%;height:100%;border:0';
    frame.addEventListener('load', () => {
      this.#greet(frame, url.origin);
    });
    this.#root.replaceChildren(frame);
  }

  disconnectedCallback(): void {
    this.#isShown = false;
    this.#drop(aborted('The frame was removed.'));
    this.#root.replaceChildren();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    // All that is there before is in the greeting.
    if (!this.#isShown || before === value) return;
    if (name !== 'src') this.#say({ type: 'set', attributes: { [name]: this.#value(name) } });
    else {
      this.#drop(aborted('Another page is to be shown.'), true);
      this.connectedCallback();
    }
  }

  /** A question that somebody here wants to answer (`nex-before-join`, `nex-before-leave`) is put to this page. */
  override addEventListener(...given: Parameters<HTMLElement['addEventListener']>): void {
    super.addEventListener(...given);
    const question = /^nex-before-(join|leave)$/u.exec(given[0])?.[1] as Question | undefined;
    if (!question) return;
    this.#asks.add(question);
    this.#say({ type: 'asks', asks: [...this.#asks] });
  }

  join(): Promise<unknown> {
    return this.#asked('join');
  }

  leave(): Promise<unknown> {
    return this.#asked('leave');
  }

  #value(name: string): string | null {
    const value = this.getAttribute(name);
    // The page that visitors see has the address they pass on.
    if (name === 'secret' && value === 'url') return pageSecret();
    return name === 'lang' && !value ? (this.closest<HTMLElement>('[lang]:not([lang=""])')?.lang ?? null) : value;
  }

  #greet(frame: HTMLIFrameElement, origin: string): void {
    this.#drop(aborted('The frame was loaded anew.'), true);
    this.#failure = null;
    const { port1, port2 } = new MessageChannel();
    const style = getComputedStyle(this);
    const hello: Hello = {
      nexrtc: VERSION,
      type: 'hello',
      attributes: Object.fromEntries(NAMES.map((name) => [name, this.#value(name)])),
      tokens: Object.fromEntries(
        TOKENS.map((name) => [name, style.getPropertyValue(name).trim()]).filter(([, value]) => value),
      ) as Hello['tokens'],
      asks: [...this.#asks],
    };
    port1.onmessage = ({ data }: MessageEvent<FromPage>) => {
      if (this.#port === port1) this.#take(data);
    };
    this.#port = port1;
    frame.contentWindow?.postMessage(hello, origin, [port2]);
    this.#timer = window.setTimeout(() => {
      this.#fail('The embed page does not answer. Is this origin on its list?');
    }, ANSWER_LIMIT_MS);
  }

  #take(message: FromPage): void {
    if (message.type === 'ready') {
      clearTimeout(this.#timer);
      this.#isReady = true;
      for (const unsaid of this.#unsaid.splice(0)) this.#say(unsaid);
    } else if (message.type === 'refused') this.#fail('The embed page speaks another version.');
    else if (message.type === 'state') this.state = message.state;
    else if (message.type === 'event') this.#tell(message.name, message.detail);
    else if (message.type === 'ask')
      this.#say({ type: 'answer', id: message.id, isAllowed: this.#dispatch(`nex-before-${message.about}`, {}) });
    else {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === 'done') waiting?.resolve(message.value ?? undefined);
      else waiting?.reject(failure(message.error));
    }
  }

  #tell(name: string, detail: unknown): void {
    this.#dispatch(name, name === 'nex-error' ? { error: failure((detail as { readonly error: PlainError }).error) } : detail);
  }

  /** False when somebody prevented it. */
  #dispatch(name: string, detail: unknown): boolean {
    if (!EVENT_NAME.test(name)) return true;
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: name.startsWith('nex-before-') }));
  }

  #say(message: ToPage): void {
    if (this.#isReady) this.#port?.postMessage(message);
    // What is set before is in the greeting.
    else if (message.type === 'do' || this.#port) this.#unsaid.push(message);
  }

  async #asked(about: Question): Promise<unknown> {
    if (!this.#dispatch(`nex-before-${about}`, {})) throw aborted('The page prevented it.');
    return this.#do(about, []);
  }

  #do(method: Method, values: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failure) throw this.#failure;
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.#say({ type: 'do', id, method, values });
    });
  }

  #fail(message: string): void {
    const error = (this.#failure = aborted(message, 'config/invalid'));
    this.#drop(error);
    this.#dispatch('nex-error', { error });
  }

  /** Ends what was with the page in the frame. What it was not told yet is kept for the next one, if there is one. */
  #drop(error: Error, hasNext = false): void {
    clearTimeout(this.#timer);
    if (!hasNext) this.#unsaid = [];
    const kept = new Set(this.#unsaid.map((message) => ('id' in message ? message.id : 0)));
    for (const [id, { reject }] of [...this.#waiting].filter(([id]) => !kept.has(id))) {
      this.#waiting.delete(id);
      reject(error);
    }
    this.#port?.close();
    this.#port = null;
    this.#isReady = false;
    this.state = null;
  }
}

for (const name of ['src', ...NAMES]) {
  const isFlag = (FLAGS as readonly string[]).includes(name);
  const property = propertyOf(name);
  if (property === 'lang') continue;
  Object.defineProperty(NexCallFrame.prototype, property, {
    get(this: NexCallFrame) {
      return isFlag ? this.hasAttribute(name) : this.getAttribute(name);
    },
    set(this: NexCallFrame, value: unknown) {
      if (isFlag) this.toggleAttribute(name, Boolean(value));
      else if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, typeof value === 'string' ? value : JSON.stringify(value));
    },
  });
}

if (!customElements.get('nex-call-frame')) customElements.define('nex-call-frame', NexCallFrame);
