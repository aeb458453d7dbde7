/** Keeps a microphone open on this device while it is muted. */
export interface MicrophoneKeeper {
  /** The microphone is being turned off; true when it stays open. */
  keep(): boolean;
  /** Gives back what stayed open; null when nothing did. */
  take(): MediaStreamTrack | null;
  /** Ends what stayed open. */
  release(): void;
}
