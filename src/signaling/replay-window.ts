/**
 * How far behind the highest number of its sender a message may come and still be taken. Numbers are counted over all
 * receivers, and a message may wait 5 s on the server while hundreds of candidates to others pass it.
 */
const WINDOW_SIZE = 1024;
const MAX_SENDERS = 512;

interface SenderWindow {
  highest: number;
  /** Bit n is set when `highest - n` was seen. */
  seen: bigint;
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
    if (window === undefined) return at > this.#strangersAfter;
    const behind = window.highest - seq;
    if (behind < 0) return true;
    return behind < WINDOW_SIZE && (window.seen & (1n << BigInt(behind))) === 0n;
  }

  /** Marks `seq` as used; false when it was already or cannot be known. */
  take(sender: string, seq: number, at: number): boolean {
    if (!this.isFresh(sender, seq, at)) return false;
    const window = this.#senders.get(sender) ?? { highest: seq, seen: 0n, newestAt: at };
    const ahead = seq - window.highest;
    if (ahead > 0) {
      window.seen = ahead >= WINDOW_SIZE ? 0n : BigInt.asUintN(WINDOW_SIZE, window.seen << BigInt(ahead));
      window.highest = seq;
    }
    window.seen |= 1n << BigInt(window.highest - seq);
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
