import { RELIABLE_LIMITS } from './reliable-limits.js';
import type { ReliableFrame } from './reliable-frame.js';

/** Lives of one peer that are over, whose late frames must not be taken for yet another life. */
const MAX_RETIRED = 8;

/** What came of one peer's stream: restores order, drops doubles, in bounded memory. */
export class ReliableReceiver {
  #stream: string | null = null;
  #expected = 1;
  readonly #early = new Map<number, { readonly body: unknown; readonly size: number }>();
  #earlySize = 0;
  readonly #retired: string[] = [];

  /** The peer's stream as far as known. */
  get stream(): string | null {
    return this.#stream;
  }

  /** Everything up to this number has come. */
  get ack(): number {
    return this.#expected - 1;
  }

  /** `over` for a life of the peer that has ended, `begun` when it has just begun anew (or for the first time). */
  meet({ stream, base }: ReliableFrame): 'known' | 'begun' | 'over' {
    if (stream === this.#stream) {
      // What is below was taken by an earlier life of ours, or of nobody any more.
      this.#skipTo(base);
      return 'known';
    }
    if (this.#retired.includes(stream)) return 'over';
    if (this.#stream !== null) this.#retired.push(this.#stream);
    if (this.#retired.length > MAX_RETIRED) this.#retired.shift();
    this.#stream = stream;
    this.#expected = Math.max(1, base);
    this.#early.clear();
    this.#earlySize = 0;
    return 'begun';
  }

  /** Keeps what came too early; false when it is no news or beyond what may be kept. */
  accept(seq: number, body: unknown): boolean {
    if (seq < this.#expected || seq >= this.#expected + RELIABLE_LIMITS.messages || this.#early.has(seq)) return false;
    const size = seq === this.#expected ? 0 : JSON.stringify(body).length;
    if (this.#earlySize + size > RELIABLE_LIMITS.characters) return false;
    this.#early.set(seq, { body, size });
    this.#earlySize += size;
    return true;
  }

  /** The next message in order, once. */
  take(): { readonly body: unknown } | null {
    const next = this.#early.get(this.#expected);
    if (next === undefined) return null;
    this.#forget(this.#expected);
    this.#expected += 1;
    return next;
  }

  #skipTo(base: number): void {
    if (base <= this.#expected) return;
    this.#expected = base;
    for (const seq of [...this.#early.keys()]) if (seq < base) this.#forget(seq);
  }

  #forget(seq: number): void {
    this.#earlySize -= this.#early.get(seq)?.size ?? 0;
    this.#early.delete(seq);
  }
}
