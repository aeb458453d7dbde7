import type { Clock } from '../base/clock.js';
import { Emitter } from '../base/emitter.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import type { AudioOutput } from './audio-output-port.js';
import { captureError } from './capture-error.js';

interface Player {
  readonly element: HTMLAudioElement;
  readonly track: MediaStreamTrack;
  readonly scope: Scope;
}

/** Plays through one detached element per track: browsers differ in which tracks of a stream with several they play. */
export function createAudioOutput({ clock }: { readonly clock: Clock }): AudioOutput {
  return new ElementAudioOutput(clock);
}

class ElementAudioOutput implements AudioOutput {
  readonly #scope: Scope;
  readonly #emitter = new Emitter<{ blocked: boolean }>();
  readonly #players = new Map<string, Player>();
  readonly #volumes = new Map<string, number>();
  #refused = new Set<Player>();
  #speakerId: string | null = null;

  constructor(clock: Clock) {
    this.#scope = new Scope(clock);
  }

  onBlocked(listener: (isBlocked: boolean) => void): () => void {
    return this.#emitter.on('blocked', listener);
  }

  play(key: string, track: MediaStreamTrack | null): void {
    const current = this.#players.get(key);
    if (this.#scope.isClosed || current?.track === track) return;
    if (current !== undefined) this.#drop(key, current);
    if (track === null) return;
    const player = this.#createPlayer(track);
    this.#players.set(key, player);
    void this.#start(player);
    // For most nobody ever touches it, so that the plain way stays the only one.
    if (this.#volumes.has(key)) this.#setLoudness(key);
  }

  setVolume(key: string, volume: number): void {
    this.#volumes.set(key, volume);
    this.#setLoudness(key);
    if (volume === 1) this.#volumes.delete(key);
  }

  async allowSound(): Promise<void> {
    await Promise.all([...this.#refused].map((player) => this.#start(player)));
    if (this.#refused.size > 0)
      throw new NexError('media/permission-denied', 'The browser still refuses to play sound.', { retryable: true });
  }

  async setSpeaker(id: string | null): Promise<void> {
    try {
      await Promise.all([...this.#players.values()].map((player) => route(player.element, id)));
    } catch (error) {
      await Promise.allSettled([...this.#players.values()].map((player) => route(player.element, this.#speakerId)));
      throw await captureError(error, 'speaker');
    }
    this.#speakerId = id;
  }

  close(): void {
    for (const [key, player] of this.#players) this.#drop(key, player);
    this.#scope.close();
    this.#emitter.clear();
  }

  #createPlayer(track: MediaStreamTrack): Player {
    const element = new Audio();
    const scope = this.#scope.child();
    const player = { element, track, scope };
    element.srcObject = new MediaStream([track]);
    scope.listen(element, 'canplay', () => {
      void this.#start(player);
    });
    scope.add(() => {
      element.pause();
      element.srcObject = null;
    });
    if (this.#speakerId !== null) void route(element, this.#speakerId).catch(() => undefined);
    return player;
  }

  #setLoudness(key: string): void {
    const player = this.#players.get(key);
    const volume = this.#volumes.get(key) ?? 1;
    if (player === undefined) return;
    import('./late-loudness.js').then(
      ({ setLoudness }) => {
        setLoudness(player, volume);
      },
      () => undefined,
    );
  }

  async #start(player: Player): Promise<void> {
    try {
      await player.element.play();
      this.#setRefused(player, false);
    } catch (error) {
      // Interrupted by the next play() or by stopping: not a refusal.
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      if (!player.scope.isClosed && isRefused) this.#setRefused(player, true);
    }
  }

  #drop(key: string, player: Player): void {
    this.#players.delete(key);
    player.scope.close();
    this.#setRefused(player, false);
  }

  #setRefused(player: Player, isRefused: boolean): void {
    const wasBlocked = this.#refused.size > 0;
    if (isRefused) this.#refused.add(player);
    else this.#refused.delete(player);
    const isBlocked = this.#refused.size > 0;
    if (isBlocked !== wasBlocked) this.#emitter.emit('blocked', isBlocked);
  }
}

async function route(element: HTMLAudioElement, id: string | null): Promise<void> {
  // Not in every browser; the controller does not offer the choice there.
  if ('setSinkId' in element) await element.setSinkId(id ?? '');
}
