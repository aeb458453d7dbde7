/** Well above the breath and the keys that a browser's noise suppression leaves; speech at a usual distance is some 0.3. */
const SPEECH_LEVEL = 0.1;
/** How much must be heard; a cough is shorter. */
const SPEECH_MS = 600;
/** Between words: a longer pause begins anew. */
const PAUSE_MS = 400;
const SILENCE_MS = 2500;
/** No sample stands for more: timers of a hidden page come late. */
const MAX_SAMPLE_MS = 200;

/** Tells speech from single noises by sound levels alone: slow to begin, slower to end. */
export class SpeechDetector {
  #heardMs = 0;
  #lastLoudMs = Number.NEGATIVE_INFINITY;
  #lastMs: number | null = null;
  #isSpeech = false;

  /** One sample: level 0 to 1, time in milliseconds. Whether somebody speaks now. */
  add(level: number, atMs: number): boolean {
    const sampleMs = this.#lastMs === null ? 0 : Math.min(MAX_SAMPLE_MS, atMs - this.#lastMs);
    this.#lastMs = atMs;
    if (level > SPEECH_LEVEL) {
      this.#heardMs += sampleMs;
      this.#lastLoudMs = atMs;
    } else if (atMs - this.#lastLoudMs >= PAUSE_MS) this.#heardMs = 0;
    if (this.#heardMs >= SPEECH_MS) this.#isSpeech = true;
    else if (atMs - this.#lastLoudMs >= SILENCE_MS) this.#isSpeech = false;
    return this.#isSpeech;
  }
}
