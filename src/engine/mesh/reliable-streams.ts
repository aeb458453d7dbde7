import type { Clock } from '../../base/clock.js';
import { LIMITS } from '../../base/limits.js';
import { Scope } from '../../base/scope.js';
import { ReliableStream } from './reliable-stream.js';

/** How long what was said to one who is lost waits for it to come back. */
const KEEP_MS = 60_000;

export interface ReliableStreamsOptions {
  readonly clock: Clock;
  readonly onMessage: (peerId: string, body: unknown) => void;
}

interface Entry {
  readonly stream: ReliableStream;
  write: (text: string) => boolean;
  /** Set while the peer is lost. */
  cancelEnd: (() => void) | null;
}

/** The reliable stream of each peer, from the first connection until it is gone for good. */
export class ReliableStreams {
  readonly #options: ReliableStreamsOptions;
  readonly #scope: Scope;
  readonly #entries = new Map<string, Entry>();

  constructor(options: ReliableStreamsOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Null for one who is not known, or gone for good. Who is lost still takes messages, for later. */
  get(peerId: string): ReliableStream | null {
    return this.#entries.get(peerId)?.stream ?? null;
  }

  /** A new proven channel to `peerId` is ready: what waits goes over it, before anything else. */
  connect(peerId: string, write: (text: string) => boolean): ReliableStream {
    const entry = this.#entries.get(peerId) ?? this.#add(peerId);
    entry.write = write;
    entry.cancelEnd?.();
    entry.cancelEnd = null;
    entry.stream.resend();
    return entry.stream;
  }

  /** The connection is lost: the stream waits a minute for the next one. At most as many wait as a room may have members. */
  lose(peerId: string): void {
    const entry = this.#entries.get(peerId);
    if (entry === undefined || entry.cancelEnd !== null) return;
    entry.write = (): boolean => false;
    entry.cancelEnd = this.#scope.after(KEEP_MS, () => {
      this.end(peerId);
    });
    const lost = [...this.#entries].filter(([, { cancelEnd }]) => cancelEnd !== null);
    if (lost.length > LIMITS.rosterMembers && lost[0]) this.end(lost[0][0]);
  }

  /** The peer is gone for good. */
  end(peerId: string): void {
    const entry = this.#entries.get(peerId);
    this.#entries.delete(peerId);
    entry?.cancelEnd?.();
    entry?.stream.close();
  }

  close(): void {
    for (const peerId of [...this.#entries.keys()]) this.end(peerId);
    this.#scope.close();
  }

  #add(peerId: string): Entry {
    const entry: Entry = {
      stream: new ReliableStream({
        clock: this.#options.clock,
        write: (text) => entry.write(text),
        onMessage: (body) => {
          this.#options.onMessage(peerId, body);
        },
      }),
      write: () => false,
      cancelEnd: null,
    };
    this.#entries.set(peerId, entry);
    return entry;
  }
}
