/** At and above it, for two samples in a row, somebody speaks. */
const SPEAKING_LEVEL = 0.06;
const SPEAKING_SAMPLES = 2;
const SILENT_MS = 600;
/** How long another one must be the loudest before the place changes. */
const LEAD_MS = 600;
/** How long somebody keeps the place at least. */
const HOLD_MS = 1500;
/** Share of each new sample. Falls faster than it rises, so that one loud noise is soon forgotten. */
const RISE = 0.3;
const FALL = 0.5;

interface Voice {
  readonly isLocal: boolean;
  level: number;
  loudSamples: number;
  lastLoudMs: number;
  isSpeaking: boolean;
}

export interface SpeakerOptions {
  readonly onSpeaking: (participantId: string, isSpeaking: boolean) => void;
  readonly onDominant: (participantId: string | null) => void;
}

/** Who speaks, and who of the others leads, from sound levels. Calm: a cough moves nothing, and nobody leads on their own screen. */
export class Speaker {
  readonly #options: SpeakerOptions;
  readonly #voices = new Map<string, Voice>();
  #dominantId: string | null = null;
  #dominantSinceMs = 0;
  #challenger: { readonly id: string; readonly sinceMs: number } | null = null;

  constructor(options: SpeakerOptions) {
    this.#options = options;
  }

  /** One sample of one participant: level 0 to 1, time in milliseconds. */
  add(participantId: string, level: number, atMs: number, isLocal = false): void {
    const voice = this.#voices.get(participantId) ?? { isLocal, level: 0, loudSamples: 0, lastLoudMs: 0, isSpeaking: false };
    this.#voices.set(participantId, voice);
    voice.level += (level - voice.level) * (level > voice.level ? RISE : FALL);
    const isLoud = level > SPEAKING_LEVEL;
    voice.loudSamples = isLoud ? voice.loudSamples + 1 : 0;
    if (isLoud) voice.lastLoudMs = atMs;
    if (!voice.isSpeaking && voice.loudSamples >= SPEAKING_SAMPLES) this.#setSpeaking(participantId, voice, true);
    else if (voice.isSpeaking && atMs - voice.lastLoudMs >= SILENT_MS) this.#setSpeaking(participantId, voice, false);
    this.#judge(atMs);
  }

  /** Not heard any more: muted or gone. `isGone` also frees the place. */
  remove(participantId: string, isGone: boolean): void {
    const voice = this.#voices.get(participantId);
    this.#voices.delete(participantId);
    if (voice?.isSpeaking === true) this.#options.onSpeaking(participantId, false);
    if (this.#challenger?.id === participantId) this.#challenger = null;
    if (isGone && this.#dominantId === participantId) this.#setDominant(null, 0);
  }

  #setSpeaking(participantId: string, voice: Voice, isSpeaking: boolean): void {
    voice.isSpeaking = isSpeaking;
    this.#options.onSpeaking(participantId, isSpeaking);
  }

  #judge(atMs: number): void {
    const loudest = this.#loudest();
    if (loudest === null || loudest === this.#dominantId) {
      this.#challenger = null;
      return;
    }
    if (this.#dominantId === null) {
      this.#setDominant(loudest, atMs);
      return;
    }
    if (this.#challenger?.id !== loudest) this.#challenger = { id: loudest, sinceMs: atMs };
    if (atMs - this.#challenger.sinceMs >= LEAD_MS && atMs - this.#dominantSinceMs >= HOLD_MS) this.#setDominant(loudest, atMs);
  }

  #loudest(): string | null {
    let loudest: string | null = null;
    let level = 0;
    for (const [id, voice] of this.#voices) {
      if (voice.isLocal || !voice.isSpeaking || voice.level <= level) continue;
      loudest = id;
      level = voice.level;
    }
    return loudest;
  }

  #setDominant(participantId: string | null, atMs: number): void {
    this.#dominantId = participantId;
    this.#dominantSinceMs = atMs;
    this.#challenger = null;
    this.#options.onDominant(participantId);
  }
}
