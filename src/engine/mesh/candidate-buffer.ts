import { LIMITS } from '../../base/limits.js';

type AddCandidate = (candidate: RTCIceCandidateInit) => Promise<void>;

/**
 * Keeps remote candidates until the remote description is there, then applies each once and in order (requirement A6).
 * One that fails is tried once more after the others; a second failure drops it.
 */
export class CandidateBuffer {
  readonly #add: AddCandidate;
  readonly #waiting: RTCIceCandidateInit[] = [];
  readonly #seen = new Set<string>();
  #isReady = false;

  constructor(add: AddCandidate) {
    this.#add = add;
  }

  get waitingCount(): number {
    return this.#waiting.length;
  }

  /** False when it was dropped: a duplicate, or over the limit of its generation. */
  async push(candidate: RTCIceCandidateInit): Promise<boolean> {
    const key = `${candidate.sdpMid ?? ''} ${candidate.usernameFragment ?? ''} ${candidate.candidate ?? ''}`;
    if (this.#seen.has(key) || this.#seen.size >= LIMITS.candidatesPerGeneration) return false;
    this.#seen.add(key);
    this.#waiting.push(candidate);
    if (this.#isReady) await this.#drain();
    return true;
  }

  /** The remote description is set: what waited is applied. */
  async release(): Promise<void> {
    this.#isReady = true;
    await this.#drain();
  }

  /** A new generation of candidates begins (ICE restart). What still waits for its description stays. */
  startGeneration(): void {
    this.#seen.clear();
  }

  async #drain(): Promise<void> {
    const again: RTCIceCandidateInit[] = [];
    for (let candidate = this.#waiting.shift(); candidate; candidate = this.#waiting.shift()) {
      await this.#add(candidate).catch(() => again.push(candidate));
    }
    for (const candidate of again) await this.#add(candidate).catch(() => undefined);
  }
}
