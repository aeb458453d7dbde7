import type { CallState } from '../../src/call/call.js';
import { listTiles } from './list-tiles.js';
import type { TileEntry } from './tile-entry.js';

/** Which tiles there are. */
export interface GridView {
  readonly entries: readonly TileEntry[];
  readonly isAlone: boolean;
}

export function selectGridView(state: Readonly<CallState>): GridView {
  return { entries: listTiles(state), isAlone: state.participants.length === 0 };
}

/** Whether there are the same tiles: who speaks, names, sound and statistics lay out nothing. */
export function isSameGridView(a: GridView, b: GridView): boolean {
  return a.isAlone === b.isAlone && a.entries.length === b.entries.length && a.entries.every((entry, index) => entry.key === b.entries[index]?.key);
}
