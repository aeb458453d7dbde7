import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call } from '../../src/call/call.js';

/** Levels closer than this look the same. */
const STEP = 0.04;

/** Carries the sound level of one participant to a callback, without any rendering, while the host is connected. */
export class AudioLevelLink implements ReactiveController {
  readonly #source: () => { readonly call: Call; readonly participantId: string } | null;
  readonly #show: (level: number) => void;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #call: Call | undefined;
  #participantId = '';
  #stop: (() => void) | undefined;
  #shown = 0;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    source: () => { readonly call: Call; readonly participantId: string } | null,
    show: (level: number) => void,
  ) {
    this.#host = host;
    this.#source = source;
    this.#show = show;
    host.addController(this);
  }

  hostUpdated(): void {
    const source = this.#host.isConnected ? this.#source() : null;
    if (source?.call === this.#call && (source?.participantId ?? '') === this.#participantId) return;
    this.#end();
    if (source === null) return;
    this.#call = source.call;
    this.#participantId = source.participantId;
    this.#stop = source.call.onAudioLevel(source.participantId, (level) => {
      if (Math.abs(level - this.#shown) < STEP && (level > 0 || this.#shown === 0)) return;
      this.#shown = level;
      this.#show(level);
    });
  }

  hostDisconnected(): void {
    this.#end();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#call = undefined;
    this.#participantId = '';
  }
}
