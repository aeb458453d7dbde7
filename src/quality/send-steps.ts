import type { AudioChoice } from './audio-plan.js';
import { AUDIO_BPS } from './audio-plan.js';
import { cameraLadder, screenLadder } from './picture-ladders.js';
import type { ReasonCeiling } from './send-ceilings.js';
import type { Ceiling, Rung } from './send-rungs.js';
import type { SendSituation } from './send-situation.js';
import { AUDIO_RUNG_NAMES, CAMERA_RUNG_NAMES, SCREEN_RUNG_NAMES, type SendReason, type SendRungName, type SendStep } from './send-step.js';

/** A rate that is this much lower looks lower. */
const NOTICEABLE = 0.95;

/** What one source comes to. */
export interface PictureOutcome {
  /** For each who sees it: the best that is allowed, and what is sent; null is nothing. */
  readonly sent: readonly { readonly top: Rung; readonly rung: Rung | null }[];
  readonly isGateOpen: boolean;
}

export interface StepsInput {
  readonly situation: SendSituation;
  readonly ceilings: readonly ReasonCeiling[];
  readonly soundCeilings: readonly ReasonCeiling[];
  readonly audio: AudioChoice;
  readonly camera: PictureOutcome;
  readonly screen: PictureOutcome;
  /** What the network is called: a limit that was set, when that is what is spent; null while nothing speaks against it. */
  readonly scarcity: SendReason | null;
}

/** What was lowered and why: of each source what binds, for the one who is sent most. */
export function sendSteps(input: StepsInput): readonly SendStep[] {
  const { situation, ceilings, scarcity } = input;
  const steps: SendStep[] = [];
  const { camera, screen, viewers, videoChoice, isSigning } = situation;
  if (camera !== null && videoChoice === 'off') steps.push({ source: 'camera', to: 'off', reason: 'chosen' });
  else if (camera !== null) {
    const topOf = (all: readonly Ceiling[]): Rung | undefined => cameraLadder(camera, null, all, isSigning)[0];
    steps.push(...reasonSteps('camera', topOf, ceilings), ...networkSteps('camera', input.camera, viewers.length > 0, scarcity));
  }
  if (screen !== null) {
    const topOf = (all: readonly Ceiling[]): Rung | undefined => screenLadder(screen, null, all)[0];
    steps.push(...reasonSteps('screen', topOf, ceilings), ...networkSteps('screen', input.screen, viewers.length > 0, scarcity));
  }
  steps.push(...soundSteps(input));
  return steps;
}

/** The reasons that bind: with them alone it would be as low. */
function reasonSteps(
  source: 'camera' | 'screen',
  topOf: (ceilings: readonly Ceiling[]) => Rung | undefined,
  ceilings: readonly ReasonCeiling[],
): readonly SendStep[] {
  const own = ceilings.flatMap((ceiling) => (ceiling[source] === undefined ? [] : [{ reason: ceiling.reason, most: ceiling[source] }]));
  const full = topOf([]);
  const top = topOf(own.map(({ most }) => most));
  if (full === undefined || top === undefined || !isLower(top, full)) return [];
  const reasons = own.filter(({ most }) => (topOf([most])?.bitrateBps ?? 0) <= top.bitrateBps).map(({ reason }) => reason);
  return [...new Set(reasons)].map((reason) => ({ source, to: top.name as SendRungName, reason }));
}

function networkSteps(
  source: 'camera' | 'screen',
  { sent, isGateOpen }: PictureOutcome,
  hasViewers: boolean,
  scarcity: SendReason | null,
): readonly SendStep[] {
  // What is not sent at all is said, whatever is known of the network.
  const reason = scarcity ?? 'network';
  if (!isGateOpen) return [{ source, to: 'off', reason }];
  if (!hasViewers) return [];
  if (sent.length === 0) return [{ source, to: 'off', reason: 'unseen' }];
  const best = sent.reduce((a, b) => (rankOf(source, b.rung) < rankOf(source, a.rung) ? b : a));
  if (rankOf(source, best.rung) <= rankOf(source, best.top) || (scarcity === null && best.rung !== null)) return [];
  return [{ source, to: (best.rung?.name ?? 'off') as SendRungName, reason }];
}

function soundSteps({ audio, soundCeilings, scarcity }: StepsInput): readonly SendStep[] {
  if (audio.name !== audio.wanted) return scarcity === null ? [] : [{ source: 'microphone', to: audio.name, reason: scarcity }];
  const [binding] = soundCeilings
    .filter(({ microphoneBps = Infinity }) => microphoneBps < AUDIO_BPS[audio.wanted])
    .sort((a, b) => (a.microphoneBps ?? 0) - (b.microphoneBps ?? 0));
  if (binding === undefined) return [];
  const to = [...AUDIO_RUNG_NAMES].reverse().find((name) => AUDIO_BPS[name] >= audio.bitrateBps) ?? audio.wanted;
  return to === audio.wanted ? [] : [{ source: 'microphone', to, reason: binding.reason }];
}

function isLower(rung: Rung, than: Rung): boolean {
  return rung.bitrateBps < than.bitrateBps * NOTICEABLE || rung.frameRate < than.frameRate * NOTICEABLE;
}

function rankOf(source: 'camera' | 'screen', rung: Rung | null): number {
  const names: readonly string[] = source === 'camera' ? CAMERA_RUNG_NAMES : SCREEN_RUNG_NAMES;
  return rung === null ? names.length : names.indexOf(rung.name);
}
