import { SeededRandom } from './seeded-random.js';

interface Item {
  readonly at: number;
  /** Decides among what is due at the same moment: in reality nothing orders two machines. */
  readonly tie: number;
  readonly order: number;
  readonly run: () => void;
  isCancelled: boolean;
}

/** Microtasks of long chains may run late by this much; all that is known to be asynchronous is waited for at once. */
const LONGEST_UNDRAINED_MS = 50;

/** The one order in which everything happens in a fake world; the seed chooses among equals. */
export class WorldScheduler {
  readonly random: SeededRandom;
  /** Whose turn it is, for what can only be caught globally. */
  actor: object | null = null;
  #now = 1_000_000_000_000;
  #order = 0;
  #isDirty = false;
  #drainedAt = 0;
  readonly #heap: Item[] = [];

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
  }

  get now(): number {
    return this.#now;
  }

  /** Something asynchronous has begun: it is let finish before the next thing happens. */
  markDirty(): void {
    this.#isDirty = true;
  }

  /** Runs once after `delayMs`; the returned function cancels. */
  after(delayMs: number, run: () => void): () => void {
    const item: Item = {
      at: this.#now + Math.max(0, delayMs),
      tie: this.random.next(),
      order: (this.#order += 1),
      run,
      isCancelled: false,
    };
    this.#push(item);
    return () => {
      item.isCancelled = true;
    };
  }

  async pass(durationMs: number): Promise<void> {
    const end = this.#now + durationMs;
    await this.drain();
    for (;;) {
      const first = this.#heap[0];
      if (!first || first.at > end) break;
      this.#pop();
      if (first.isCancelled) continue;
      this.#now = first.at;
      first.run();
      if (this.#isDirty || this.#now - this.#drainedAt > LONGEST_UNDRAINED_MS) await this.drain();
    }
    this.#now = end;
    await this.drain();
  }

  /** Until no microtask is left. */
  async drain(): Promise<void> {
    this.#isDirty = false;
    this.#drainedAt = this.#now;
    await nextTask();
  }

  #push(item: Item): void {
    const heap = this.#heap;
    let index = heap.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (isBefore(heap[parent], item)) break;
      heap[index] = heap[parent] as Item;
      index = parent;
    }
    heap[index] = item;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child] as Item)) child += 1;
      if (!isBefore(heap[child], last)) break;
      heap[index] = heap[child] as Item;
      index = child;
    }
    heap[index] = last;
  }
}

function isBefore(one: Item | undefined, two: Item): boolean {
  if (!one) return false;
  return one.at !== two.at ? one.at < two.at : one.tie !== two.tie ? one.tie < two.tie : one.order < two.order;
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = (): void => waiting.shift()?.();

/** A real task: before it runs, the browser has run every microtask. `setTimeout` would wait 4 ms each. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
