import { ceilingsOf } from './send-ceilings.js';
import { CAMERA_RUNGS } from './send-rungs.js';
import type { PictureSize, SendSituation } from './send-situation.js';
import type { SendReason, SendStep } from './send-step.js';

/** What goes wrong, unlike what was chosen or spares a device. */
const TROUBLE: ReadonlySet<SendReason> = new Set(['network', 'processor', 'unseen']);
const NOTHING: PictureSize = Object.freeze({ width: 0, height: 0 });

type Situation = Pick<SendSituation, 'camera' | 'device' | 'videoChoice' | 'isAdaptive' | 'isSigning'>;

/**
 * The largest camera picture that can come of this device, whatever the network carries, in pixels: what is captured, no
 * larger than it is lowered to by choice, by a limit or to spare the device. 0 × 0 when there is none.
 */
export function offeredPicture(situation: Situation, steps: readonly SendStep[]): PictureSize {
  const { camera, videoChoice } = situation;
  if (camera === null || videoChoice === 'off') return NOTHING;
  const wished = steps.filter(({ source, reason }) => source === 'camera' && !TROUBLE.has(reason));
  const reasons = new Set(wished.map(({ reason }) => reason));
  const sides = ceilingsOf(situation, null, new Set()).flatMap((ceiling) =>
    reasons.has(ceiling.reason) ? (ceiling.camera?.longSide ?? []) : [],
  );
  for (const { to, reason } of wished) if (reason === 'limit') sides.push(CAMERA_RUNGS.find(({ name }) => name === to)?.longSide ?? 0);
  const share = Math.min(1, Math.min(...sides) / Math.max(camera.width, camera.height, 1));
  return Object.freeze({ width: Math.round(camera.width * share), height: Math.round(camera.height * share) });
}
