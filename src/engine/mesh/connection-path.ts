import type { ConnectionPath } from '../engine-port.js';

interface CandidateStats {
  readonly candidateType?: RTCIceCandidateType;
  readonly protocol?: string;
  readonly relayProtocol?: string;
}

interface TransportStats {
  readonly type: string;
  readonly selectedCandidatePairId?: string;
}

/** The path in use, by kinds of candidates and without addresses; null before there is one. */
export function readConnectionPath(stats: RTCStatsReport): ConnectionPath | null {
  for (const entry of stats.values() as Iterable<TransportStats>) {
    if (entry.type !== 'transport' || entry.selectedCandidatePairId === undefined) continue;
    const pair = stats.get(entry.selectedCandidatePairId) as RTCIceCandidatePairStats | undefined;
    const local = stats.get(pair?.localCandidateId ?? '') as CandidateStats | undefined;
    const remote = stats.get(pair?.remoteCandidateId ?? '') as CandidateStats | undefined;
    if (!local?.candidateType || !remote?.candidateType) continue;
    const { relayProtocol } = local;
    return {
      local: local.candidateType,
      remote: remote.candidateType,
      protocol: local.protocol === 'tcp' ? 'tcp' : 'udp',
      relayProtocol: relayProtocol === 'udp' || relayProtocol === 'tcp' || relayProtocol === 'tls' ? relayProtocol : null,
    };
  }
  return null;
}
