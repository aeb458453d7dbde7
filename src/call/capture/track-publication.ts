import type { Engine, TrackSource } from '../../engine/engine-port.js';

type Publisher = Pick<Engine, 'publish'>;
type Tracks = readonly (MediaStreamTrack | null)[];

/** What one capture has handed to whom. */
export class TrackPublication {
  readonly #sources: readonly TrackSource[];
  #publisher: Publisher | null = null;
  #published: { readonly to: Publisher | null; readonly tracks: Tracks | null } = { to: null, tracks: null };

  /** `sources` name the tracks, in their order. */
  constructor(sources: readonly TrackSource[]) {
    this.#sources = sources;
  }

  get publisher(): Publisher | null {
    return this.#publisher;
  }

  /** Publishes to `publisher` from the next `publish()` on; null to nobody. */
  attach(publisher: Publisher | null): void {
    this.#publisher = publisher;
  }

  /** Whether the publisher has something else than `tracks`. */
  isBehind(tracks: Tracks | null): boolean {
    const { to, tracks: published } = this.#published;
    if (this.#publisher === null) return to !== null;
    return this.#publisher === to ? published !== tracks : true;
  }

  /** Null when nobody has to be told. */
  publish(tracks: Tracks | null): Promise<unknown> | null {
    const to = this.#publisher;
    const isFirst = to !== this.#published.to;
    this.#published = { to, tracks };
    // Nothing has to be taken back from a publisher that never had anything.
    if (to === null || (isFirst && tracks === null)) return null;
    return Promise.all(this.#sources.map((source, index) => to.publish(source, tracks?.[index] ?? null)));
  }
}
