import type { LitElement } from 'lit';
import { ContextProvider } from '@lit/context';
import { systemClock } from '../../src/base/clock.js';
import { NexError } from '../../src/base/nex-error.js';
import { Scope } from '../../src/base/scope.js';
import type { AudioQuality, CallInput, Layout, VideoQuality } from '../../src/call/call-options.js';
import type { Call, CallEvents } from '../../src/call/call.js';
import { callContext } from '../../src/context/call-context.js';
import { createCall } from '../../src/create-call.js';
import { callEventClasses } from '../events/call-event-classes.js';
import { NexErrorEvent } from '../events/nex-error-event.js';
import { callOwners } from '../shared/call-owners.js';
import { lastingKey } from './call-input.js';

/** How long a `<nex-call>` may be out of the document (being moved) before its call is closed. */
export const MOVE_GRACE_MS = 250;

/** Makes, provides, forwards and closes the one call of a `<nex-call>`. A call handed in is never closed. */
export class CallKeeper {
  readonly #host: LitElement;
  readonly #provider: ContextProvider<typeof callContext>;
  #own: Call | null = null;
  #current: Call | null = null;
  #input: CallInput = {};
  #failedKey: string | null = null;
  #scope: Scope | undefined;
  #grace: Scope | undefined;
  /** Why no call could be made of the attributes; null when one was. */
  error: NexError | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    this.#provider = new ContextProvider(host, { context: callContext, initialValue: null });
  }

  /** The call to use now: `given` when it is somebody else's, or one made of `input`. */
  keep(given: Call | null, input: CallInput): Call | null {
    if (given && given !== this.#own) {
      this.#closeOwn();
      this.error = null;
      this.#use(given);
    } else if (this.#needsAnother(input)) {
      this.#closeOwn();
      this.#own = this.#make(input);
      this.#use(this.#own);
    } else if (this.#own) this.#change(this.#own, this.#input, input);
    this.#input = input;
    return this.#current;
  }

  /** The element left the document: unless it is back soon, the call is over. */
  leaveDocument(onClosed: () => void): void {
    this.#grace = new Scope(systemClock);
    this.#grace.after(MOVE_GRACE_MS, () => {
      this.#closeOwn();
      this.#use(null);
      onClosed();
    });
  }

  enterDocument(): void {
    this.#grace?.close();
    this.#grace = undefined;
  }

  #needsAnother(input: CallInput): boolean {
    const key = lastingKey(input);
    if (!this.#own) return this.#failedKey !== JSON.stringify(input);
    if (input.room !== this.#input.room) return true;
    const { status } = this.#own.state;
    // In a call, other attributes wait for the next one: nobody is thrown out because a page set an attribute.
    return key !== lastingKey(this.#input) && status !== 'joining' && status !== 'connected' && status !== 'reconnecting';
  }

  #make(input: CallInput): Call | null {
    this.error = null;
    this.#failedKey = null;
    try {
      return createCall(input);
    } catch (cause) {
      this.#failedKey = JSON.stringify(input);
      this.error =
        cause instanceof NexError ? cause : new NexError('config/invalid', 'The call could not be made.', { fatal: true, cause });
      this.#host.dispatchEvent(new NexErrorEvent({ error: this.error }));
      return null;
    }
  }

  #change(call: Call, previous: CallInput, next: CallInput): void {
    const changed = (key: keyof CallInput): boolean => previous[key] !== next[key];
    const intents: (() => Promise<void>)[] = [];
    if (changed('name')) intents.push(() => call.setName(next.name ?? ''));
    if (changed('layout')) intents.push(() => call.setLayout((next.layout ?? 'auto') as Layout));
    if (changed('videoQuality')) intents.push(() => call.setVideoQuality((next.videoQuality ?? 'auto') as VideoQuality));
    if (changed('audioQuality')) intents.push(() => call.setAudioQuality((next.audioQuality ?? 'auto') as AudioQuality));
    if (changed('bandwidthLimit')) intents.push(() => call.setBandwidthLimit(next.bandwidthLimit ?? null));
    for (const intent of intents)
      Promise.resolve()
        .then(intent)
        .catch((error: unknown) => {
          if (error instanceof NexError) this.#host.dispatchEvent(new NexErrorEvent({ error }));
        });
  }

  #use(call: Call | null): void {
    this.#provider.setValue(call);
    if (call === this.#current) return;
    this.#scope?.close();
    this.#scope = undefined;
    if (this.#current && callOwners.get(this.#current) === this.#host) callOwners.delete(this.#current);
    this.#current = call;
    if (!call) return;
    callOwners.set(call, this.#host);
    this.#scope = new Scope(systemClock);
    for (const type of Object.keys(callEventClasses) as (keyof CallEvents)[]) this.#forward(this.#scope, call, type);
  }

  #forward<Type extends keyof CallEvents>(scope: Scope, call: Call, type: Type): void {
    const EventClass: new (detail: CallEvents[Type]) => Event = callEventClasses[type];
    scope.add(
      call.on(type, (detail) => {
        this.#host.dispatchEvent(new EventClass(detail));
      }),
    );
  }

  #closeOwn(): void {
    const call = this.#own;
    this.#own = null;
    this.#failedKey = null;
    if (!call) return;
    // Forwarded until it is closed, so that the page still hears of leaving.
    const scope = this.#scope;
    this.#scope = undefined;
    this.#current = null;
    call
      .close()
      .catch(() => undefined)
      .finally(() => scope?.close());
  }
}
