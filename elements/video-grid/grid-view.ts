import type { CallState } from '../../src/call/call.js';
import type { Layout } from '../../src/call/call-options.js';
import { listTiles } from './list-tiles.js';
import type { TileEntry } from './tile-entry.js';

/** All that decides which tiles there are and where. */
export interface GridView {
  readonly entries: readonly TileEntry[];
  readonly layout: Layout;
  readonly pinned: readonly string[];
  readonly speakerId: string | null;
  readonly isAlone: boolean;
}

export function selectGridView(state: Readonly<CallState>): GridView {
  return {
    entries: listTiles(state),
    layout: state.layout,
    pinned: state.pinned,
    speakerId: state.speakerId,
    isAlone: state.participants.length === 0,
  };
}

/** Whether the same tiles are in the same places: names, sound and statistics are the tiles' own business. */
export function isSameGridView(a: GridView, b: GridView): boolean {
  return (
    a.layout === b.layout &&
    a.speakerId === b.speakerId &&
    a.isAlone === b.isAlone &&
    a.pinned.join('\n') === b.pinned.join('\n') &&
    a.entries.length === b.entries.length &&
    a.entries.every((entry, index) => entry.key === b.entries[index]?.key)
  );
}
