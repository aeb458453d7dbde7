import type { CallState, Participant } from '../../src/call/call.js';
import type { TileEntry } from './tile-entry.js';

/** Every picture of the call in a fixed order: own first, the others as they came, a screen behind its owner's camera. */
export function listTiles(state: Pick<CallState, 'self' | 'participants'>): readonly TileEntry[] {
  return [state.self, ...state.participants].flatMap(tilesOf);
}

function tilesOf({ id, isLocal, screen, screenStream }: Participant): readonly TileEntry[] {
  const camera: TileEntry = { key: `${id}:camera`, participantId: id, source: 'camera', isLocal };
  const isSharing = screenStream !== null || (screen === 'on' && !isLocal);
  return isSharing ? [camera, { key: `${id}:screen`, participantId: id, source: 'screen', isLocal }] : [camera];
}
