import type { ConnectionSample } from './connection-sample.js';
import { known } from './known.js';
import { CAMERA_RUNGS, SIGNING_RUNGS } from './send-rungs.js';
import { AUDIO_RUNG_NAMES, CAMERA_RUNG_NAMES, SCREEN_RUNG_NAMES } from './send-step.js';
import { sentCost, type SentSources } from './sent-cost.js';
import { uplinkTarget } from './uplink-target.js';

export interface OptimisationSituation {
  /** The latest sample of each connection. */
  readonly samples: readonly ConnectionSample[];
  readonly sent: SentSources;
  /** Without this device's own. */
  readonly participantCount: number;
  /** Set by hand, bits a second; null is none. */
  readonly limitBps: number | null;
  /** For sign language: the camera keeps its frame rate, and is not taken away. */
  readonly isSigning?: boolean;
}

export interface OptimisationStep {
  readonly source: keyof SentSources;
  readonly to: SentSources[keyof SentSources];
  /** Bits a second, to all participants together. */
  readonly savingsBps: number;
  /** -1 to 0: what the call loses by it; -1 is all of it. */
  readonly qualityImpact: number;
}

/** What could be sent instead, so that the network carries it (requirement D10). */
export interface OptimisationPlan {
  /** To all participants together, bits a second; null when nothing is known, and then nothing is to be changed. */
  readonly targetBandwidthBps: number | null;
  readonly settings: SentSources;
  /** The sum of the steps'. */
  readonly expectedSavingsBps: number;
  readonly qualityImpact: number;
  /** In the order in which they are best taken; empty when all fits. */
  readonly steps: readonly OptimisationStep[];
}

type Source = keyof SentSources;

/** What a source is worth in a call, of those that are sent: one is heard before one is seen. */
const WORTH: Readonly<Record<Source, number>> = { microphone: 0.5, screen: 0.3, camera: 0.2 };

/**
 * Only as many steps as are needed, and first those that are missed least: sound that is better than clear speech, the
 * camera's size, the screen's pace, the camera, and only then what is said and shown.
 */
export function optimisationPlan(situation: OptimisationSituation): OptimisationPlan {
  const { samples, sent, participantCount, limitBps, isSigning = false } = situation;
  const target = uplinkTarget(samples, limitBps);
  const cost = (sources: SentSources): number => sentCost(sources, participantCount, isSigning);
  const measuredBps = known.sum(samples.map(({ up }) => up.bitrateBps));
  const full = cost(sent);
  // What an encoder does not use cannot be saved.
  const used = measuredBps === null || full === 0 ? 1 : Math.min(1, measuredBps / full);
  let settings = sent;
  const steps: OptimisationStep[] = [];
  for (const next of rungsDown(sent, isSigning)) {
    if (target === null || cost(settings) <= target) break;
    const changed = { ...settings, ...next };
    const source = Object.keys(next)[0] as Source;
    const savingsBps = Math.round((cost(settings) - cost(changed)) * used);
    const qualityImpact = worthOf(changed, sent) - worthOf(settings, sent);
    settings = changed;
    const last = steps.at(-1);
    if (last?.source === source) steps.pop();
    const before = last?.source === source ? last : null;
    steps.push(
      Object.freeze({
        source,
        to: changed[source],
        savingsBps: savingsBps + (before?.savingsBps ?? 0),
        qualityImpact: qualityImpact + (before?.qualityImpact ?? 0),
      }),
    );
  }
  return Object.freeze({
    targetBandwidthBps: target,
    settings: Object.freeze({ ...settings }),
    expectedSavingsBps: steps.reduce((sum, { savingsBps }) => sum + savingsBps, 0),
    qualityImpact: steps.reduce((sum, step) => sum + step.qualityImpact, 0),
    steps: Object.freeze(steps),
  });
}

/** Every smaller way to send, each once, in the order in which they are taken. */
function rungsDown(sent: SentSources, isSigning: boolean): readonly Partial<SentSources>[] {
  const cameras = (isSigning ? SIGNING_RUNGS : CAMERA_RUNGS).map(({ name }) => name);
  const speech = AUDIO_RUNG_NAMES.indexOf('low');
  const sounds = below(AUDIO_RUNG_NAMES, sent.microphone);
  const isLuxury = (name: SentSources['microphone']): boolean => AUDIO_RUNG_NAMES.indexOf(name) <= speech;
  const pictures = sent.camera === 'off' ? [] : below(cameras, sent.camera);
  const shared = sent.screen === 'off' ? [] : below(SCREEN_RUNG_NAMES, sent.screen);
  return [
    ...sounds.filter(isLuxury).map((microphone) => ({ microphone })),
    ...pictures.map((camera) => ({ camera })),
    ...shared.map((screen) => ({ screen })),
    ...(sent.camera === 'off' || isSigning ? [] : [{ camera: 'off' } as const]),
    ...sounds.filter((name) => !isLuxury(name)).map((microphone) => ({ microphone })),
    ...(sent.screen === 'off' ? [] : [{ screen: 'off' } as const]),
  ];
}

function below<Name extends string>(names: readonly Name[], name: Name): readonly Name[] {
  const index = names.indexOf(name);
  return index < 0 ? [] : names.slice(index + 1);
}

/** Of what was sent before, 0 to 1. */
function worthOf(sources: SentSources, before: SentSources): number {
  const shares: Readonly<Record<Source, number>> = {
    microphone: sentShare(AUDIO_RUNG_NAMES, sources.microphone, before.microphone),
    screen: sentShare(SCREEN_RUNG_NAMES, sources.screen, before.screen),
    camera: sentShare(CAMERA_RUNG_NAMES, sources.camera, before.camera),
  };
  let [worth, most] = [0, 0];
  for (const source of ['microphone', 'screen', 'camera'] as const) {
    if (before[source] === 'off') continue;
    worth += WORTH[source] * shares[source];
    most += WORTH[source];
  }
  return worth / most;
}

/** How many of the rungs from nothing up to `before` are left. */
function sentShare(names: readonly string[], name: string, before: string): number {
  const heightOf = (of: string): number => (of === 'off' ? 0 : names.length - names.indexOf(of));
  return heightOf(before) === 0 ? 0 : heightOf(name) / heightOf(before);
}
