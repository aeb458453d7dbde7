import { HeldRung, type Step } from './held-rung.js';
import { AUDIO_RUNG_NAMES, type AudioRungName } from './send-step.js';

/** Opus, bits a second (requirement D4). Full band speech takes 24 to 32 kbit/s mono (RFC 7587 section 3.1.1). */
export const AUDIO_BPS: Readonly<Record<AudioRungName, number>> = {
  maximum: 128_000,
  high: 96_000,
  medium: 64_000,
  low: 32_000,
  minimum: 16_000,
};
/** Headers of 50 packets a second: RTP with extensions 24, SRTP 10, UDP 8, IP 20 bytes. */
export const AUDIO_HEADERS_BPS = 24_000;
/** With so few others the engine sends all sound twice (RFC 2198), against single losses. */
const MOST_DOUBLED = 3;
/** Below this speech is not understood; above, `minimum` becomes less before the sound of all breaks. */
const LEAST_BPS = 10_000;

/** Of the budget, the sound for all may take so much; what is better than clear speech only where it is not missed. */
const SPEECH_SHARE = 0.5;
const LUXURY_SHARE = 0.1;

interface AudioStep extends Step {
  readonly name: AudioRungName;
}

export interface AudioWish {
  readonly chosen: AudioRungName | 'auto';
  readonly mostBps: number;
  readonly participantCount: number;
  readonly budgetBps: number;
  readonly isClean: boolean;
}

export interface AudioChoice {
  readonly name: AudioRungName;
  readonly bitrateBps: number;
  /** With headers, to all. */
  readonly totalBps: number;
  /** What it would be if the network carried it. */
  readonly wanted: AudioRungName;
}

/** How good the sound is that everybody gets. It is never off; what is left is for pictures. */
export class AudioPlan {
  readonly #held = new HeldRung({ order: AUDIO_RUNG_NAMES, downPauseMs: 0 });

  choose({ chosen, mostBps, participantCount, budgetBps, isClean }: AudioWish, nowMs: number): AudioChoice {
    const best = chosen === 'auto' ? 'medium' : chosen;
    const names = AUDIO_RUNG_NAMES.slice(AUDIO_RUNG_NAMES.indexOf(best));
    const ladder = names.map((name): AudioStep => {
      const total = totalOf(Math.min(AUDIO_BPS[name], mostBps), participantCount);
      if (name === 'minimum') return { name, leastBps: 0 };
      return { name, leastBps: total / (chosen === 'auto' && name === 'medium' ? LUXURY_SHARE : SPEECH_SHARE) };
    });
    const room = { isClean, isReturning: false, mostBps: budgetBps };
    const name = this.#held.choose(ladder, budgetBps, nowMs, room)?.name ?? 'minimum';
    const fittingBps = (budgetBps / Math.max(1, participantCount) - AUDIO_HEADERS_BPS) / copies(participantCount);
    const wishedBps = Math.min(AUDIO_BPS[name], mostBps);
    const bitrateBps = name === 'minimum' ? Math.max(LEAST_BPS, Math.min(wishedBps, Math.floor(fittingBps))) : wishedBps;
    return {
      name,
      bitrateBps,
      totalBps: totalOf(bitrateBps, participantCount),
      // By itself it promises clear speech, not more.
      wanted: chosen === 'auto' && name !== 'medium' ? 'low' : best,
    };
  }

  reset(): void {
    this.#held.reset();
  }
}

function copies(participantCount: number): number {
  return participantCount <= MOST_DOUBLED ? 2 : 1;
}

function totalOf(bitrateBps: number, participantCount: number): number {
  return participantCount * (bitrateBps * copies(participantCount) + AUDIO_HEADERS_BPS);
}
