/** Plays the sound of the others. */
export interface AudioOutput {
  /** Tells when the browser refuses to play before the visitor acted, and when it plays again. */
  onBlocked(listener: (isBlocked: boolean) => void): () => void;
  /** Plays `track` under `key`, in place of what was played under it; null stops. */
  play(key: string, track: MediaStreamTrack | null): void;
  /** How loud `key` is played from now on, 0 to 2, whatever track it is; 1 is as it comes, and forgets it. */
  setVolume(key: string, volume: number): void;
  /** Starts what was refused; call it from a click. Rejects with `media/permission-denied` when still refused. */
  allowSound(): Promise<void>;
  /** Null is the browser's default. Rejects with `media/device-not-found` or `media/permission-denied`. */
  setSpeaker(id: string | null): Promise<void>;
  close(): void;
}
