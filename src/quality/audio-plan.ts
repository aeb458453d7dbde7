import { HeldRung, type Step } from './held-rung.js';
import type { AudioChoiceName } from './send-situation.js';
import { AUDIO_RUNG_NAMES, type AudioRungName } from './send-step.js';

/** Opus, bits a second (requirement D4). Full band speech takes 28 to 40 kbit/s (RFC 7587 section 3.1.1). */
export const AUDIO_BPS: Readonly<Record<AudioRungName, number>> = {
  maximum: 128_000,
  high: 96_000,
  medium: 64_000,
  low: 32_000,
  minimum: 16_000,
};
/** Headers of 50 packets a second, some 60 bytes each: RTP with extensions 24, SRTP 10, UDP 8, IP 20. */
const AUDIO_HEADERS_BPS = 24_000;
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
  readonly chosen: AudioChoiceName;
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
    const best = bestSound(chosen);
    const names = AUDIO_RUNG_NAMES.slice(AUDIO_RUNG_NAMES.indexOf(best));
    const ladder = names.map((name): AudioStep => {
      const total = soundCost(Math.min(AUDIO_BPS[name], mostBps), participantCount);
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
      totalBps: soundCost(bitrateBps, participantCount),
      // By itself it promises clear speech, not more.
      wanted: chosen === 'auto' && name !== 'medium' ? 'low' : best,
    };
  }

  /** The same sound for one whose own way carries `mostBps`, headers and all. */
  within({ bitrateBps }: AudioChoice, participantCount: number, mostBps: number): Pick<AudioChoice, 'bitrateBps' | 'totalBps'> {
    const fittingBps = Math.floor((mostBps - AUDIO_HEADERS_BPS) / copies(participantCount));
    const ownBps = Math.min(bitrateBps, Math.max(LEAST_BPS, fittingBps));
    return { bitrateBps: ownBps, totalBps: soundCost(ownBps, participantCount) / participantCount };
  }

  reset(): void {
    this.#held.reset();
  }
}

/** By itself nobody is sent more than clear sound. */
export function bestSound(chosen: AudioChoiceName): AudioRungName {
  return chosen === 'auto' ? 'medium' : chosen;
}

function copies(participantCount: number): number {
  return participantCount <= MOST_DOUBLED ? 2 : 1;
}

/** What sound of that rate costs to so many together, bits a second: with headers, and twice where it is sent twice. */
export function soundCost(bitrateBps: number, participantCount: number): number {
  return participantCount * (bitrateBps * copies(participantCount) + AUDIO_HEADERS_BPS);
}
