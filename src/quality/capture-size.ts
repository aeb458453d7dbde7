import type { SeenSize, SendDevice, VideoChoice } from './send-situation.js';
import type { SendStep } from './send-step.js';

/** How large the camera is captured: 1920×1080, 1280×720, or 640×480, of which 480×360 is sent (requirement D4). */
export type CaptureSize = 'full' | 'usual' | 'small';

export interface CaptureSituation {
  readonly videoChoice: VideoChoice;
  /** How each of the others shows the camera; null where it was not told. */
  readonly seen: readonly (SeenSize | null)[];
  /** For all others together, bits a second; null while nobody is there. */
  readonly budgetBps: number | null;
  readonly device: SendDevice;
  /** What was lowered of what is captured now. */
  readonly steps: readonly SendStep[];
  readonly isFull: boolean;
}

const USUAL = { width: 1280, height: 720 };
/** A picture that is shown hardly larger than 720p gains nothing. */
const LARGER = 1.15;
/** What 1080p takes at least, with sound and what is left unspent: it is tried with more than a call begins with. */
const EACH_BPS = 1_900_000;
const LEAST_BPS = 2_100_000;
/** What the network does not carry now may be back in a moment; the rest is a fact. */
const PASSING: ReadonlySet<SendStep['reason']> = new Set(['network', 'unseen']);

/**
 * How large to capture. By hand it is what was chosen. By itself more than 720p only for one who shows it larger, on a
 * network that carries it, from a device that is not short of anything.
 */
export function captureSize(situation: CaptureSituation): CaptureSize {
  const { videoChoice } = situation;
  if (videoChoice === 'high') return 'full';
  if (videoChoice === 'low') return 'small';
  return videoChoice === 'auto' && isMoreOfUse(situation) ? 'full' : 'usual';
}

/** Whether what goes back to less is a matter of the moment: then it is worth waiting a while. */
export function isPassing({ videoChoice, steps }: CaptureSituation): boolean {
  return videoChoice === 'auto' && cameraSteps(steps).every(({ reason }) => PASSING.has(reason));
}

function isMoreOfUse({ seen, budgetBps, device, steps, isFull }: CaptureSituation): boolean {
  if (Object.values(device).some(Boolean) || budgetBps === null) return false;
  const shown = seen.filter((each) => each?.isVisible !== false);
  const isLarge = shown.some((each) => each !== null && shareOf(each) >= LARGER);
  // Of what is captured in full, that it is lowered says that it is not carried.
  if (!isLarge || cameraSteps(steps).length > 0) return false;
  return isFull || budgetBps >= Math.max(LEAST_BPS, shown.length * EACH_BPS);
}

/** Tiles are filled. */
function shareOf({ width, height }: SeenSize): number {
  return Math.max(width / USUAL.width, height / USUAL.height);
}

function cameraSteps(steps: readonly SendStep[]): readonly SendStep[] {
  return steps.filter(({ source }) => source === 'camera');
}
