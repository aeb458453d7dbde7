import type { Clock } from '../../base/clock.js';
import type { ConnectionPath, ConnectionReport, ConnectionState, RecoveryStep } from '../engine-port.js';
import { ConnectionLog } from './connection-log.js';
import { Liveness } from './liveness.js';
import type { MediaArrivals } from './media-arrivals.js';
import { MediaPulse } from './media-pulse.js';
import { Recovery } from './recovery.js';

export interface LinkHealthOptions {
  readonly remoteId: string;
  readonly clock: Clock;
  /** Whether this side mends first. */
  readonly isLeader: boolean;
  readonly isAddressFree: (sinceMs: number) => Promise<boolean>;
  /** Directly, and (`isSuspect`) by every other way too. */
  readonly sendHeartbeat: (isSuspect: boolean) => void;
  readonly onWeak: (isWeak: boolean) => void;
  /** Heard again after so long. */
  readonly onMended: (durationMs: number) => void;
  /** Renews our own connection to the signalling server. */
  readonly resetSignaling: () => void;
  readonly onAttempt: (step: RecoveryStep) => void;
  /** Over the present connection; null when there is none. */
  readonly readArrivals: () => Promise<MediaArrivals | null>;
  /** Nothing comes over the connection any more, neither messages nor media. */
  readonly onQuiet: () => void;
  /** There was no sign of the other for too long. */
  readonly onGone: () => void;
  /** It is there, but every way to mend the connection has failed. */
  readonly onLost: () => void;
}

/** Signs of life by other ways come each second; after such a gap the next one is news. */
const SIGN_GAP_MS = 2_500;
const BLIND_AFTER_MS = 7_000;
/** Media is back before the channels are: they are given so long more. */
const CHANNEL_GRACE_MS = 1_000;

/** How one connection is: judges it by what is heard, and has it mended when it is silent. */
export class LinkHealth {
  readonly #options: LinkHealthOptions;
  readonly #recovery: Recovery;
  readonly #log: ConnectionLog;
  #liveness: Liveness | null = null;
  #pulse: MediaPulse | null = null;
  #isWeak = false;
  #lastSign: number;
  #troubleSince = 0;

  constructor(options: LinkHealthOptions) {
    this.#options = options;
    const { clock, remoteId, isLeader, onLost } = options;
    this.#log = new ConnectionLog(remoteId, clock);
    this.#lastSign = clock.now();
    this.#recovery = new Recovery({
      clock,
      isLeader,
      random: Math.random,
      onAttempt: (step) => {
        this.#handleAttempt(step);
      },
      onLost,
    });
  }

  get isWeak(): boolean {
    return this.#isWeak;
  }

  /** Heard of over the connection a moment ago. */
  get isSound(): boolean {
    return this.#liveness?.isSuspect === false;
  }

  get isMending(): boolean {
    return this.#recovery.isActive;
  }

  /** When the other last showed that it is there by another way than the connection, milliseconds since the epoch. */
  get lastSign(): number {
    return this.#lastSign;
  }

  get hasFreshSign(): boolean {
    return this.#options.clock.now() - this.#lastSign <= SIGN_GAP_MS;
  }

  /** The connection works: from here on it is listened to. */
  start(): void {
    const { clock, isAddressFree, sendHeartbeat, onGone } = this.#options;
    this.#liveness?.close();
    this.#handleMended();
    this.#liveness = new Liveness({
      clock,
      isAddressFree,
      sendHeartbeat,
      onGone,
      random: Math.random,
      onSuspect: (since) => {
        this.#troubleSince = since;
        this.#log.startTrouble(since);
        this.#recovery.start();
        this.#watchMedia();
      },
      onWeak: (isWeak) => {
        this.#setWeak(isWeak);
      },
      onHeard: () => {
        this.#handleMended();
      },
    });
  }

  /** The connection is being replaced, or its page is closing: there is nothing to listen to. */
  pause(): void {
    this.#liveness?.close();
    this.#liveness = null;
    this.#pulse?.close();
  }

  /** Its page is closing, or loading again. */
  handleUnloading(): void {
    this.pause();
    this.#setWeak(true);
  }

  /** Something came over the connection. */
  handleHeard(): void {
    this.#liveness?.heard();
  }

  /** A sealed letter came from it, over the server or through another member. */
  handleSign(): void {
    const isNews = !this.hasFreshSign;
    this.#lastSign = this.#options.clock.now();
    this.#liveness?.heardIndirectly();
    if (isNews) this.#recovery.tryNow();
  }

  addState(state: ConnectionState): void {
    this.#log.addState(state);
  }

  report(state: ConnectionState, path: ConnectionPath | null): ConnectionReport {
    return this.#log.report(state, this.#isWeak, path);
  }

  close(): void {
    this.pause();
    this.#recovery.close();
    this.#log.endTrouble(false);
  }

  #handleAttempt(step: RecoveryStep): void {
    if (step === 'signaling-reset') this.#options.resetSignaling();
    if (this.#liveness !== null && !this.#isWorthTrying(step)) return;
    this.#log.addAttempt(step);
    this.#options.onAttempt(step);
  }

  /**
   * Without a sign of the other an offer would only wait in the dead channel, and then turn over once more a path that is
   * back by itself; after a while it is made all the same, for one direction may work. A new connection is never worth
   * it: it would close the old one, which may come back.
   */
  #isWorthTrying(step: RecoveryStep): boolean {
    const isBlind = step !== 'full-reconnect' && this.#options.clock.now() - this.#troubleSince > BLIND_AFTER_MS;
    return this.hasFreshSign || isBlind;
  }

  #watchMedia(): void {
    const { clock, readArrivals, onQuiet } = this.#options;
    this.#pulse?.close();
    this.#pulse = new MediaPulse({
      clock,
      readArrivals,
      onQuiet,
      onPulse: () => {
        this.#liveness?.heard(CHANNEL_GRACE_MS);
      },
    });
  }

  #handleMended(): void {
    this.#pulse?.close();
    this.#recovery.finish();
    const durationMs = this.#log.endTrouble(true);
    if (durationMs !== null) this.#options.onMended(durationMs);
    this.#setWeak(false);
  }

  #setWeak(isWeak: boolean): void {
    if (this.#isWeak === isWeak) return;
    this.#isWeak = isWeak;
    this.#options.onWeak(isWeak);
  }
}
