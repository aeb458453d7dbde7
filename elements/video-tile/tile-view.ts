import type { CallState, Quality } from '../../src/call/call.js';

type QualityLevel = Quality['level'];

/** `reconnecting`: nothing is heard now of one who was connected; the visitor's own: of anybody. */
export type TileStatus = 'live' | 'connecting' | 'reconnecting' | 'failed';

/** All that a tile shows of its participant, flat, so that two views compare by their fields. */
export interface TileView {
  readonly id: string;
  readonly name: string;
  readonly isLocal: boolean;
  readonly isMuted: boolean;
  readonly isSpeaking: boolean;
  readonly isPinned: boolean;
  readonly canPin: boolean;
  readonly stream: MediaStream | null;
  readonly status: TileStatus;
  /** Null until measured. */
  readonly level: QualityLevel | null;
}

/** The view of one participant's picture; null when there is no such participant (any more). */
export function selectTileView(state: Readonly<CallState>, participantId: string, source: 'camera' | 'screen'): TileView | null {
  const participant = state.self.id === participantId ? state.self : state.participants.find(({ id }) => id === participantId);
  if (participant === undefined) return null;
  const stream = source === 'screen' ? participant.screenStream : participant.cameraStream;
  const own = state.status === 'reconnecting' ? 'reconnecting' : 'live';
  const status = participant.isLocal ? own : statusOf(participant.connection, participant.isWeak);
  return {
    id: participant.id,
    name: participant.name,
    isLocal: participant.isLocal,
    isMuted: participant.microphone !== 'on',
    isSpeaking: participant.speaking && participant.microphone === 'on' && status === 'live',
    isPinned: state.pinned.includes(participant.id),
    canPin: state.participants.length > 0,
    stream,
    // A picture comes from nobody who was never connected.
    status: status === 'connecting' && stream !== null ? 'reconnecting' : status,
    level: participant.isLocal ? null : (participant.quality?.level ?? null),
  };
}

function statusOf(connection: string, isWeak: boolean): TileStatus {
  if (connection === 'failed' || connection === 'closed') return 'failed';
  if (connection === 'connected' && !isWeak) return 'live';
  return isWeak || connection === 'reconnecting' ? 'reconnecting' : 'connecting';
}

/** Whether nothing that a tile shows differs. */
export function isSameTileView(a: TileView | null, b: TileView | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(a) as (keyof TileView)[]).every((key) => Object.is(a[key], b[key]));
}
