import { ceilingsOf } from './send-ceilings.js';
import { CAMERA_RUNGS, lowest, type Ceiling } from './send-rungs.js';
import type { PictureSize, SendSituation } from './send-situation.js';
import type { SendReason, SendStep } from './send-step.js';

/** The most that can come of a picture. */
export interface OfferedPicture extends PictureSize {
  /** Frames a second; null where the browser does not tell what the camera brings. */
  readonly frameRate: number | null;
}

/** What goes wrong, unlike what was chosen or spares a device. */
const TROUBLE: ReadonlySet<SendReason> = new Set(['network', 'processor', 'unseen']);
const NOTHING: OfferedPicture = Object.freeze({ width: 0, height: 0, frameRate: null });
const NO_PICTURE: Ceiling = { longSide: 0, frameRate: 0, bitrateBps: 0 };

type Situation = Pick<SendSituation, 'camera' | 'device' | 'videoChoice' | 'isAdaptive' | 'isSigning'>;

/**
 * The best camera picture that can come of this device, whatever the network carries, in pixels and frames a second: what
 * is captured, no more of it than it is lowered to by choice, by a limit or to spare the device. 0 × 0 when there is none.
 * @param broughtRate frames a second that the camera brings: fewer in the dark than it was asked for. Null is unknown.
 */
export function offeredPicture(situation: Situation, steps: readonly SendStep[], broughtRate: number | null): OfferedPicture {
  const { camera, videoChoice } = situation;
  if (camera === null || videoChoice === 'off') return NOTHING;
  const wished = steps.filter(({ source, reason }) => source === 'camera' && !TROUBLE.has(reason));
  const reasons = new Set(wished.map(({ reason }) => reason));
  const ceilings = ceilingsOf(situation, null, new Set()).flatMap((ceiling) => (reasons.has(ceiling.reason) ? (ceiling.camera ?? []) : []));
  for (const { to, reason } of wished) if (reason === 'limit') ceilings.push(CAMERA_RUNGS.find(({ name }) => name === to) ?? NO_PICTURE);
  const { longSide, frameRate } = lowest(ceilings);
  const share = Math.min(1, longSide / Math.max(camera.width, camera.height, 1));
  return Object.freeze({
    width: Math.round(camera.width * share),
    height: Math.round(camera.height * share),
    frameRate: broughtRate === null ? null : Math.min(broughtRate, frameRate),
  });
}
