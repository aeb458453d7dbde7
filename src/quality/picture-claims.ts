import { cameraLadder, screenLadder } from './picture-ladders.js';
import type { ReasonCeiling } from './send-ceilings.js';
import type { Ceiling, Rung } from './send-rungs.js';
import type { SeenSize, SendSituation } from './send-situation.js';
import type { Claim } from './share-out.js';

/** Pixels of the longer side from which a picture counts as shown large. */
const LARGE_SIDE = 600;
/** When one way carries little and both pictures go there, the screen gets this much of it. */
const SCREEN_PART = 0.75;

/** What one viewer could use of one picture. */
export interface PictureClaim extends Claim {
  readonly id: string;
  readonly source: 'camera' | 'screen';
  readonly seen: SeenSize | null;
  readonly ladder: readonly Rung[];
  /** The way to that viewer carries less than the picture could use. */
  readonly isNarrow: boolean;
}

/**
 * Everyone who sees a picture claims what it could use: screens before large pictures before small ones.
 * @param leftBps what the way to that viewer carries beside the sound, bits a second.
 */
export function pictureClaims(
  { viewers, camera, screen, videoChoice, isSigning }: SendSituation,
  ceilings: readonly ReasonCeiling[],
  leftBps: (id: string) => number,
): readonly PictureClaim[] {
  const claims: PictureClaim[] = [];
  const ceilingsFor = (source: 'camera' | 'screen'): readonly Ceiling[] => ceilings.flatMap((each) => each[source] ?? []);
  for (const viewer of viewers) {
    const { id } = viewer;
    const seesCamera = camera !== null && videoChoice !== 'off' && viewer.camera?.isVisible !== false;
    const seesScreen = screen !== null && viewer.screen?.isVisible !== false;
    const wayBps = leftBps(id);
    const add = (source: 'camera' | 'screen', rank: number, ladder: readonly Rung[], partBps: number): void => {
      const top = ladder[0]?.bitrateBps ?? 0;
      const leastBps = ladder.at(-1)?.leastBps ?? 0;
      const mostBps = partBps < leastBps ? 0 : Math.min(top, partBps);
      claims.push({ id, source, seen: viewer[source], ladder, rank, leastBps, mostBps, isNarrow: partBps < top });
    };
    if (seesScreen)
      add('screen', 0, screenLadder(screen, viewer.screen, ceilingsFor('screen')), seesCamera ? wayBps * SCREEN_PART : wayBps);
    if (!seesCamera) continue;
    const ladder = cameraLadder(camera, viewer.camera, ceilingsFor('camera'), isSigning);
    add('camera', (ladder[0]?.longSide ?? 0) >= LARGE_SIDE ? 1 : 2, ladder, seesScreen ? wayBps * (1 - SCREEN_PART) : wayBps);
  }
  return claims;
}
