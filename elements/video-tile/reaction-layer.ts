import type { LitElement, ReactiveController } from 'lit';
import type { Call } from '../../src/call/call.js';

const SHOWN_MS = 2000;
const MOST_AT_ONCE = 6;
/** Where each one rises, percent of the tile's width: neighbours in time are apart. */
const PLACES = [50, 32, 66, 42, 58] as const;

/** Lets the reactions of one participant rise from the tile, without rendering. Screen readers hear of them elsewhere. */
export class ReactionLayer implements ReactiveController {
  readonly #host: LitElement;
  readonly #source: () => { readonly call: Call; readonly participantId: string } | null;
  readonly #timers = new Map<HTMLElement, ReturnType<typeof setTimeout>>();
  #call: Call | null = null;
  #stop: (() => void) | undefined;
  #count = 0;

  constructor(host: LitElement, source: () => { readonly call: Call; readonly participantId: string } | null) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostUpdated(): void {
    const call = this.#host.isConnected ? (this.#source()?.call ?? null) : null;
    if (call === this.#call) return;
    this.#end();
    this.#call = call;
    this.#stop = call?.on('reaction-received', ({ participantId, emoji }) => {
      if (participantId === this.#source()?.participantId) this.#show(emoji);
    });
  }

  hostDisconnected(): void {
    this.#end();
  }

  #show(emoji: string): void {
    const layer = this.#host.renderRoot.querySelector('.reactions');
    if (layer === null || this.#timers.size >= MOST_AT_ONCE) return;
    const mark = layer.ownerDocument.createElement('span');
    mark.className = 'reaction';
    mark.textContent = emoji;
    mark.style.setProperty('inset-inline-start', `${PLACES[this.#count % PLACES.length] ?? 50}%`);
    this.#count += 1;
    layer.append(mark);
    this.#timers.set(
      mark,
      setTimeout(() => {
        this.#timers.delete(mark);
        mark.remove();
      }, SHOWN_MS),
    );
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#call = null;
    for (const [mark, timer] of this.#timers) {
      clearTimeout(timer);
      mark.remove();
    }
    this.#timers.clear();
  }
}
