import type { ConnectionPath, ConnectionReport } from '../../engine/engine-port.js';
import type { CallState } from '../call.js';
import type { CallJournal } from './call-journal.js';
import { describeStats } from './describe-stats.js';
import { describeStreams } from './describe-streams.js';
import type { ParticipantReport } from './diagnostics-report.js';

/** Five minutes: what the last trouble looked like, in a file that can still be sent. */
const SAMPLES_MS = 5 * 60_000;

export interface ParticipantSources {
  readonly state: Pick<CallState, 'participants'>;
  readonly journal: Pick<CallJournal, 'notes' | 'aliases'>;
  readonly connections: readonly ConnectionReport[];
  readonly streams: ReadonlyMap<string, RTCStatsReport>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Everybody who is here, and those of the last minutes, under made-up names. */
export function describeParticipants({ state, journal, connections, streams, now }: ParticipantSources): readonly ParticipantReport[] {
  const aliases = (journal.aliases ??= new Map<string, string>());
  const { stats = [], departures = [] } = journal.notes;
  const samples = stats.filter(({ at }) => at > now - SAMPLES_MS);
  const ids = new Set([
    ...state.participants.map(({ id }) => id),
    ...connections.map(({ participantId }) => participantId),
    ...samples.map(({ value }) => value.participantId),
    ...departures.map(({ value: [id] }) => id),
  ]);
  return [...ids].map((id) => {
    const connection = connections.find(({ participantId }) => participantId === id);
    const participant = state.participants.find((candidate) => candidate.id === id);
    const departure = departures.findLast(({ value }) => value[0] === id);
    const raw = streams.get(id);
    const { quality = null } = participant ?? {};
    return {
      id: aliasOf(id, aliases),
      isHere: participant !== undefined,
      left: departure === undefined ? null : { at: departure.at, reason: departure.value[1] },
      quality: quality === null ? null : { level: quality.level, score: quality.score },
      connection: connection === undefined ? null : describeConnection(connection),
      recovery: connection === undefined ? null : describeRecovery(connection),
      stats: describeStats(samples.filter(({ value }) => value.participantId === id).map(({ value }) => value.stats)),
      streams: raw === undefined ? [] : describeStreams(raw),
    };
  });
}

function aliasOf(id: string, aliases: Map<string, string>): string {
  const alias = aliases.get(id) ?? `p${String(aliases.size + 1)}`;
  aliases.set(id, alias);
  return alias;
}

// Member by member: an engine may tell more than a report should.
function describeConnection({ state, isWeak, history, path }: ConnectionReport): ParticipantReport['connection'] {
  return {
    state,
    isWeak,
    history: history.map((entry) => ({ state: entry.state, at: entry.at })),
    path: path === null ? null : describePath(path),
  };
}

function describePath({ local, remote, protocol, relayProtocol }: ConnectionPath): ConnectionPath {
  return { local, remote, protocol, relayProtocol };
}

function describeRecovery({ recovery: { attempts, succeeded, failed, lastDurationMs } }: ConnectionReport): ParticipantReport['recovery'] {
  return {
    attempts: {
      'ice-restart': attempts['ice-restart'],
      'signaling-reset': attempts['signaling-reset'],
      'full-reconnect': attempts['full-reconnect'],
    },
    succeeded,
    failed,
    lastDurationMs,
  };
}
