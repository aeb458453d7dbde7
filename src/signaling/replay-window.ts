import { NumberWindow } from '../base/number-window.js';

/**
 * How far behind the highest number of its sender a message may come and still be taken. Numbers are counted over all
 * receivers, and a message may wait 5 s on the server while hundreds of candidates to others pass it.
 */
const WINDOW_SIZE = 1024;
const MAX_SENDERS = 512;

interface SenderWindow {
  readonly numbers: NumberWindow;
  /** The newest timestamp of this sender, in milliseconds. */
  newestAt: number;
}

/** Remembers which numbers of which sender were taken, in bounded memory. Only authentic messages may be given to `take`. */
export class ReplayWindow {
  /** In order of last use, so the first is the one to forget. */
  readonly #senders = new Map<string, SenderWindow>();
  /** A forgotten sender must not come back with its old messages: strangers start after this time. */
  #strangersAfter = -Infinity;

  /** Whether `seq` of `sender`, made at `at`, would be taken now. */
  isFresh(sender: string, seq: number, at: number): boolean {
    const window = this.#senders.get(sender);
    return window?.numbers.isFresh(seq) ?? at > this.#strangersAfter;
  }

  /** Marks `seq` as used; false when it was already or cannot be known. */
  take(sender: string, seq: number, at: number): boolean {
    if (!this.isFresh(sender, seq, at)) return false;
    const window = this.#senders.get(sender) ?? { numbers: new NumberWindow(WINDOW_SIZE), newestAt: at };
    window.numbers.take(seq);
    window.newestAt = Math.max(window.newestAt, at);
    this.#senders.delete(sender);
    this.#senders.set(sender, window);
    this.#forgetOldest();
    return true;
  }

  get senderCount(): number {
    return this.#senders.size;
  }

  #forgetOldest(): void {
    if (this.#senders.size <= MAX_SENDERS) return;
    const oldest = this.#senders.entries().next().value;
    if (oldest === undefined) return;
    this.#senders.delete(oldest[0]);
    this.#strangersAfter = Math.max(this.#strangersAfter, oldest[1].newestAt);
  }
}
