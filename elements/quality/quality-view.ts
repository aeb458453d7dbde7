import type { CallState, Quality } from '../../src/call/call.js';

export interface QualityRow {
  readonly id: string;
  readonly name: string;
  readonly level: Quality['level'] | null;
}

/** What the indicator says, and a row for each participant it has numbers of. */
export interface QualityView {
  /** Null until measured. */
  readonly level: Quality['level'] | null;
  /** Whose connection it is; null for the call as a whole. */
  readonly name: string | null;
  readonly rows: readonly QualityRow[];
}

/** Of one participant, or of the whole call when `participantId` is empty; null when there is no such participant. */
export function selectQuality(state: Readonly<CallState>, participantId: string): QualityView | null {
  const rows = state.participants.map(({ id, name, quality }) => ({ id, name, level: quality?.level ?? null }));
  if (participantId === '') return { level: state.quality?.level ?? null, name: null, rows };
  if (participantId === state.self.id)
    return { level: state.self.quality?.level ?? state.quality?.level ?? null, name: state.self.name, rows };
  const row = rows.find(({ id }) => id === participantId);
  return row === undefined ? null : { level: row.level, name: row.name, rows: [row] };
}

export function isSameQuality(a: QualityView | null, b: QualityView | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.level === b.level &&
    a.name === b.name &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, index) => {
      const other = b.rows[index];
      return row.id === other?.id && row.name === other.name && row.level === other.level;
    })
  );
}
