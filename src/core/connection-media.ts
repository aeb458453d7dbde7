import type { Participant } from '../call/call.js';
import { JoinedStream } from './joined-stream.js';

export interface ConnectionMediaOptions {
  /** The first track came; null is this device's own stream. */
  readonly onAdded: (participantId: string | null, stream: MediaStream) => void;
  /** The last track is gone. */
  readonly onRemoved: (participantId: string | null, stream: MediaStream) => void;
}

/** The streams of one connection: one for each participant, made of all that it sends. */
export class ConnectionMedia {
  /** For programs to look at; what they do to it changes nothing here. */
  readonly remoteStreams = new Map<string, MediaStream>();
  readonly #options: ConnectionMediaOptions;
  readonly #streams = new Map<string | null, JoinedStream>();

  constructor(options: ConnectionMediaOptions) {
    this.#options = options;
  }

  get localStream(): MediaStream | null {
    const own = this.#streams.get(null);
    return own === undefined || own.isEmpty ? null : own.stream;
  }

  set({ id, isLocal, cameraStream, screenStream, microphoneStream, screenAudioStream }: Participant): void {
    this.#set(isLocal ? null : id, [cameraStream, screenStream, microphoneStream, screenAudioStream]);
  }

  remove(participantId: string): void {
    this.#set(participantId, []);
    this.#streams.delete(participantId);
  }

  clear(): void {
    for (const participantId of [...this.#streams.keys()]) this.#set(participantId, []);
    this.#streams.clear();
  }

  #set(participantId: string | null, sources: readonly (MediaStream | null)[]): void {
    const hasSources = sources.some((source) => source !== null);
    const known = this.#streams.get(participantId);
    if (known === undefined && !hasSources) return;
    const joined = known ?? new JoinedStream();
    this.#streams.set(participantId, joined);
    const wasEmpty = joined.isEmpty;
    joined.set(sources);
    if (wasEmpty === joined.isEmpty) return;
    if (participantId !== null) {
      if (joined.isEmpty) this.remoteStreams.delete(participantId);
      else this.remoteStreams.set(participantId, joined.stream);
    }
    if (joined.isEmpty) this.#options.onRemoved(participantId, joined.stream);
    else this.#options.onAdded(participantId, joined.stream);
  }
}
