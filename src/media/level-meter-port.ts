/** How loud audio tracks are. */
export interface LevelMeter {
  /** Tells the level, 0 to 1, some ten times a second, until the returned function is called or the meter is closed. */
  watch(track: MediaStreamTrack, listener: (level: number) => void): () => void;
  /** Starts metering that the browser holds back until the visitor acted; call it from a click. */
  resume(): Promise<void>;
  close(): void;
}
