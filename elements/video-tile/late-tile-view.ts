import type { CallState, SelfView } from '../../src/call/call.js';

/** What a tile shows or offers beside the picture, flat. */
export interface LateTileView {
  /** Place among the raised hands, the earliest first, from 1; 0 while it is down. */
  readonly handPlace: number;
  readonly handCount: number;
  readonly isSpotlit: boolean;
  readonly canSpotlight: boolean;
  readonly canFlip: boolean;
  /** 0 to 2. */
  readonly volume: number;
  readonly selfView: SelfView;
}

export function selectLateTileView(state: Readonly<CallState>, participantId: string): LateTileView {
  const { self, participants, can, spotlightId, volumes, selfView } = state;
  const hands = [self, ...participants].flatMap(({ id, hand, handRaisedAt }) => (hand ? [{ id, at: handRaisedAt ?? Infinity }] : [])).sort((a, b) => a.at - b.at);
  return {
    handPlace: hands.findIndex(({ id }) => id === participantId) + 1,
    handCount: hands.length,
    isSpotlit: spotlightId === participantId,
    canSpotlight: can.spotlight,
    canFlip: can.flipCamera,
    volume: volumes[participantId] ?? 1,
    selfView,
  };
}

export function isSameLateTileView(a: LateTileView, b: LateTileView): boolean {
  const isWithHand = a.handPlace > 0 || b.handPlace > 0;
  return (
    a.handPlace === b.handPlace &&
    // How many hands there are is shown on those tiles alone.
    (!isWithHand || a.handCount > 1 === b.handCount > 1) &&
    a.isSpotlit === b.isSpotlit &&
    a.canSpotlight === b.canSpotlight &&
    a.canFlip === b.canFlip &&
    a.volume === b.volume &&
    a.selfView === b.selfView
  );
}
