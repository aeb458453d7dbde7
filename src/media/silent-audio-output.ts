import type { AudioOutput } from './audio-output-port.js';

/** Plays nothing and so is never refused: for those who play the sound of the others themselves. */
export function createSilentAudioOutput(): AudioOutput {
  return {
    onBlocked: () => () => undefined,
    play: () => undefined,
    setVolume: () => undefined,
    allowSound: () => Promise.resolve(),
    setSpeaker: () => Promise.resolve(),
    close: () => undefined,
  };
}
