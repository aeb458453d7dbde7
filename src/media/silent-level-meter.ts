import type { LevelMeter } from './level-meter-port.js';

/** Measures nothing: where nobody looks at levels, an audio context is a waste. */
export function createSilentLevelMeter(): LevelMeter {
  return { watch: () => () => undefined, resume: () => Promise.resolve(), close: () => undefined };
}
