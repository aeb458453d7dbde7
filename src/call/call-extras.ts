/** What a call can be given besides the attributes of `<nex-call>`. */
export interface CallExtras {
  /** Plays and meters nothing: whoever made the call shows `microphoneStream` and `screenAudioStream` itself. Nobody is `speaking` then. */
  readonly isSilent?: boolean;
  /** Added to what is asked of the microphone; wins over what is asked for by default. */
  readonly microphoneConstraints?: MediaTrackConstraints;
  /** Added to what is asked of the camera. */
  readonly cameraConstraints?: MediaTrackConstraints;
  /** Uses and keeps nothing in this browser: no devices that were chosen before, no place of a page that was reloaded. */
  readonly isForgetful?: boolean;
  /** For signalling servers that check who connects. */
  readonly token?: string | null;
  /**
   * How often a lost signalling server is tried again before waiting for the network or the page to come back; without
   * end when missing. What is connected stays connected.
   */
  readonly reconnectAttempts?: number;
}
