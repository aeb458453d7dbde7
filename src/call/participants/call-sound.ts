import type { Clock } from '../../base/clock.js';
import type { TrackSource } from '../../engine/engine-port.js';
import type { AudioOutput } from '../../media/audio-output-port.js';
import type { LevelMeter } from '../../media/level-meter-port.js';
import { Speaker, type SpeakerOptions } from './speaker.js';

/** The listeners' name of this device, whatever its id in the room is. */
export const LOCAL_ID = 'local';

/** What the output knows one sound of one participant by. */
export const soundKey = (participantId: string, source: TrackSource): string => `${participantId} ${source}`;

export interface CallSoundOptions extends SpeakerOptions {
  readonly audioOutput: AudioOutput;
  readonly levelMeter: LevelMeter;
  readonly clock: Clock;
}

/** What is heard: plays the others, meters everybody, finds the speaker. */
export class CallSound {
  readonly #options: CallSoundOptions;
  readonly #speaker: Speaker;
  readonly #watched = new Map<string, { readonly track: MediaStreamTrack; readonly stop: () => void }>();
  readonly #listeners = new Map<string, Set<(level: number) => void>>();

  constructor(options: CallSoundOptions) {
    this.#options = options;
    this.#speaker = new Speaker(options);
  }

  onLevel(participantId: string, listener: (level: number) => void): () => void {
    const listeners = this.#listeners.get(participantId) ?? new Set();
    this.#listeners.set(participantId, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(participantId) === listeners) this.#listeners.delete(participantId);
    };
  }

  /** This device's own microphone: metered, not played. */
  setLocalTrack(track: MediaStreamTrack | null): void {
    this.#watch(LOCAL_ID, track);
  }

  setRemoteTrack(participantId: string, source: TrackSource, track: MediaStreamTrack | null): void {
    if (source !== 'microphone' && source !== 'screen-audio') return;
    this.#options.audioOutput.play(soundKey(participantId, source), track);
    if (source === 'microphone') this.#watch(participantId, track);
  }

  remove(participantId: string): void {
    this.setRemoteTrack(participantId, 'microphone', null);
    this.setRemoteTrack(participantId, 'screen-audio', null);
    this.#speaker.remove(participantId, true);
  }

  #watch(participantId: string, track: MediaStreamTrack | null): void {
    const current = this.#watched.get(participantId);
    if (current?.track === track || (current === undefined && track === null)) return;
    current?.stop();
    this.#watched.delete(participantId);
    if (track === null) {
      this.#speaker.remove(participantId, false);
      this.#tell(participantId, 0);
      return;
    }
    const stop = this.#options.levelMeter.watch(track, (level) => {
      this.#speaker.add(participantId, level, this.#options.clock.now(), participantId === LOCAL_ID);
      this.#tell(participantId, level);
    });
    this.#watched.set(participantId, { track, stop });
  }

  #tell(participantId: string, level: number): void {
    for (const listener of [...(this.#listeners.get(participantId) ?? [])]) listener(level);
  }
}
