import type { RecoveryStep } from '../engine-port.js';

interface StepPolicy {
  /** How long this step may try before the next one takes over, in milliseconds. */
  readonly deadlineMs: number;
  /** Before the first, second, … attempt of this step, in milliseconds; the last one repeats. */
  readonly delaysMs: readonly number[];
}

/** Requirement A7; the floors are 10, 20 and 60 s from the first sign of trouble, summed over the steps. */
export const RECOVERY_POLICY: Readonly<Record<RecoveryStep, StepPolicy>> = {
  'ice-restart': { deadlineMs: 8_000, delaysMs: [0, 3_000, 4_000] },
  'signaling-reset': { deadlineMs: 7_000, delaysMs: [0, 4_000] },
  'full-reconnect': { deadlineMs: 45_000, delaysMs: [0, 8_000, 12_000] },
};

/** Of two who both want to mend, the one with the lower id goes first; the other only when that did not help. */
export const FOLLOWER_DELAY_MS: Readonly<Record<RecoveryStep, number>> = {
  'ice-restart': 1_000,
  'signaling-reset': 1_000,
  'full-reconnect': 5_000,
};

const JITTER = 0.2;

/** Milliseconds before attempt number `attempt` (from 0) of `step`; `random` is 0 to below 1 and spreads by ±20 %. */
export function recoveryDelayMs(step: RecoveryStep, attempt: number, isLeader: boolean, random: () => number): number {
  const { delaysMs } = RECOVERY_POLICY[step];
  const delayMs = delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? 0;
  const spread = 1 - JITTER + 2 * JITTER * random();
  return delayMs * spread + (isLeader || attempt > 0 ? 0 : FOLLOWER_DELAY_MS[step]);
}
