import type { NetworkStats } from '../../quality/network-stats.js';
import type { Spread, StatsReport } from './diagnostics-report.js';

/** One participant's samples and how they spread. */
export function describeStats(given: readonly NetworkStats[]): StatsReport {
  const samples = given.map(({ rtt, jitter, packetLoss, bandwidth, timestamp }) => ({
    rtt: round(rtt),
    jitter: round(jitter),
    packetLoss: round(packetLoss),
    bandwidth: bandwidth === null ? null : Math.round(bandwidth),
    timestamp: Math.round(timestamp),
  }));
  const of = (metric: 'rtt' | 'jitter' | 'packetLoss' | 'bandwidth'): Spread => spread(samples.map((sample) => sample[metric]));
  return {
    summary: { rtt: of('rtt'), jitter: of('jitter'), packetLoss: of('packetLoss'), bandwidth: of('bandwidth') },
    samples,
  };
}

function spread(values: readonly (number | null)[]): Spread {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  // Nearest rank: always a value that was measured.
  const at = (share: number): number | null => known[Math.max(0, Math.ceil(known.length * share) - 1)] ?? null;
  return { median: at(0.5), p95: at(0.95) };
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
