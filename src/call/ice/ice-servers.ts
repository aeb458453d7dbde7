import type { Clock } from '../../base/clock.js';
import { Emitter } from '../../base/emitter.js';
import { NexError } from '../../base/nex-error.js';
import { Scope } from '../../base/scope.js';
import type { IceServersAnswer } from './fetch-ice-servers.js';

/** The share of their life after which credentials are asked for again. */
const RENEWAL_SHARE = 0.8;
const FIRST_RETRY_MS = 5000;
const LONGEST_RETRY_MS = 300_000;
/** A connection that is to be mended waits no longer than this for fresh servers while there are old ones. */
const PATIENCE_MS = 1500;

export interface IceServersOptions {
  /** Asks for the list anew; null for one that was given and stays. */
  readonly fetch: (() => Promise<IceServersAnswer>) | null;
  /** What is known without asking. */
  readonly given: readonly RTCIceServer[];
  readonly clock: Clock;
}

interface Known {
  readonly servers: readonly RTCIceServer[];
  readonly renewAt: number;
}

/**
 * The ICE servers as they are now. Credentials are renewed in the background before they end, so that they are there
 * when the network is not; a URL that fails costs nothing but a warning.
 */
export class IceServers {
  readonly #options: IceServersOptions;
  readonly #emitter = new Emitter<{ error: { readonly error: NexError } }>();
  readonly #scope: Scope;
  #known: Known | null = null;
  #renewing: Promise<Known> | null = null;
  #retryMs = FIRST_RETRY_MS;
  #hasWarned = false;
  #isInUse = false;
  #cancelRenewal = (): void => undefined;

  constructor(options: IceServersOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
  }

  /** Told once when a renewal fails, and again only after one has worked. */
  onError(listener: (error: NexError) => void): () => void {
    return this.#emitter.on('error', ({ error }) => {
      listener(error);
    });
  }

  /** Renews in the background from now on, or no longer. */
  setInUse(isInUse: boolean): void {
    if (this.#isInUse === isInUse) return;
    this.#isInUse = isInUse;
    // Every call begins with a fresh list.
    if (isInUse) this.#known = null;
    this.#cancelRenewal();
  }

  /** The list to use now. Rejects with `config/invalid` when there never was one. */
  async current(): Promise<readonly RTCIceServer[]> {
    const { given, clock } = this.#options;
    if (this.#options.fetch === null) return given;
    const known = this.#known;
    if (known === null) return (await this.#fetch()).servers;
    if (clock.now() < known.renewAt) return known.servers;
    const waiting = new Promise<Known>((resolve) => {
      this.#scope.after(PATIENCE_MS, () => {
        resolve(known);
      });
    });
    return (await Promise.race([this.#renew(known), waiting])).servers;
  }

  close(): void {
    this.setInUse(false);
    this.#scope.close();
    this.#emitter.clear();
  }

  /** The fresh list, or the old one when there is none to be had. Those who ask meanwhile share the answer. */
  #renew(old: Known): Promise<Known> {
    this.#renewing ??= this.#fetch()
      .catch((cause: unknown) => {
        this.#handleFailure(cause);
        return this.#known ?? old;
      })
      .finally(() => {
        this.#renewing = null;
      });
    return this.#renewing;
  }

  async #fetch(): Promise<Known> {
    const { fetch, given, clock } = this.#options;
    if (fetch === null) return { servers: given, renewAt: Number.POSITIVE_INFINITY };
    const { servers, lifeMs } = await fetch();
    const renewMs = lifeMs * RENEWAL_SHARE;
    const known = { servers, renewAt: clock.now() + renewMs };
    this.#known = known;
    this.#retryMs = FIRST_RETRY_MS;
    this.#hasWarned = false;
    this.#renewAfter(renewMs);
    return known;
  }

  #renewAfter(delayMs: number): void {
    this.#cancelRenewal();
    if (!this.#isInUse) return;
    this.#cancelRenewal = this.#scope.after(delayMs, () => {
      if (this.#known !== null) void this.#renew(this.#known);
    });
  }

  #handleFailure(cause: unknown): void {
    this.#renewAfter(this.#retryMs);
    this.#retryMs = Math.min(LONGEST_RETRY_MS, this.#retryMs * 2);
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    const error = new NexError('config/invalid', 'The ICE servers could not be renewed; those known stay in use.', {
      retryable: true,
      cause,
      detail: { option: 'ice-servers', expected: 'a URL that answers a JSON list of ICE servers' },
    });
    this.#emitter.emit('error', { error });
  }
}
