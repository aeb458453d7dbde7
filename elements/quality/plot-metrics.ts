import type { CallEvents } from '../../src/call/call.js';
import type { TimedPoint } from './plot-history.js';
import type { StreamPoint } from './stream-point.js';

type NetworkStats = CallEvents['stats-updated']['stats'];

/** Everything that is known of a connection at one time. */
export type PlotPoint = Partial<Pick<NetworkStats, 'rtt' | 'jitter' | 'packetLoss'> & StreamPoint>;
export type Member = keyof PlotPoint;

export interface PlotMetric {
  readonly name: 'rtt' | 'loss' | 'jitter' | 'bitrate' | 'height' | 'frameRate';
  /** One line each; with two, the first is received and the second sent. */
  readonly members: readonly Member[];
  readonly unit: 'ms' | 'percent' | 'bitrate' | 'pixels' | 'perSecond';
  /** Of several connections, and as the worst of a time. */
  readonly worst: 'most' | 'least';
  /** Of several connections at one time. */
  readonly together: 'most' | 'sum';
  /** The scale reaches at least so far, or noise would look like trouble. */
  readonly least: number;
}

export const PLOT_METRICS: readonly PlotMetric[] = [
  { name: 'rtt', members: ['rtt'], unit: 'ms', worst: 'most', together: 'most', least: 100 },
  { name: 'loss', members: ['packetLoss'], unit: 'percent', worst: 'most', together: 'most', least: 5 },
  { name: 'jitter', members: ['jitter'], unit: 'ms', worst: 'most', together: 'most', least: 40 },
  { name: 'bitrate', members: ['received', 'sent'], unit: 'bitrate', worst: 'least', together: 'sum', least: 500_000 },
  { name: 'height', members: ['receivedHeight', 'sentHeight'], unit: 'pixels', worst: 'least', together: 'most', least: 360 },
  { name: 'frameRate', members: ['receivedRate', 'sentRate'], unit: 'perSecond', worst: 'least', together: 'most', least: 30 },
];

/** Measured together: what came within this time of each other. */
const TOGETHER_MS = 1000;

/** The value of one member over time, of one connection or of several taken together; oldest first. */
export function valuesOverTime(
  connections: readonly (readonly TimedPoint<PlotPoint>[])[],
  member: Member,
  together: PlotMetric['together'],
): readonly TimedPoint<number | null>[] {
  const all = connections.flat().sort((a, b) => a.at - b.at);
  const groups: { at: number; values: number[] }[] = [];
  for (const { at, point } of all) {
    let group = groups.at(-1);
    if (group === undefined || at - group.at > TOGETHER_MS) {
      group = { at, values: [] };
      groups.push(group);
    }
    const value = point[member] ?? null;
    if (value !== null) group.values.push(value);
  }
  return groups.map(({ at, values }) => ({ at, point: values.length === 0 ? null : combined(values, together) }));
}

function combined(values: readonly number[], together: PlotMetric['together']): number {
  return together === 'sum' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
}
