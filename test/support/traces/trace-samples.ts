import type { ConnectionSample } from '../../../src/quality/connection-sample.js';

/** One side of one connection of a recorded call (bench/record-traces.mjs): a row every two seconds. */
export interface Trace {
  readonly shape: string;
  readonly call: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | null)[])[];
}

/** A line that names the columns, then one a row. */
export function parseTrace(text: string): Trace {
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  return { ...(head as Omit<Trace, 'rows'>), rows: rows as Trace['rows'] };
}

const NOMINAL_MS = 2000;

/** The samples of a trace, as the sampler would have given them; intervals that are far too short or too long are left out. */
export function traceSamples({ columns, rows }: Trace): readonly ConnectionSample[] {
  const samples: ConnectionSample[] = [];
  let lastMs: number | null = null;
  for (const row of rows) {
    const value = (name: string): number | null => row[columns.indexOf(name)] ?? null;
    const atMs = value('atMs') ?? 0;
    const elapsedMs = lastMs === null ? null : atMs - lastMs;
    lastMs = atMs;
    if (elapsedMs !== null && elapsedMs >= NOMINAL_MS / 2 && elapsedMs <= NOMINAL_MS * 2) samples.push(sampleOf(value, atMs, elapsedMs));
  }
  return samples;
}

function sampleOf(value: (name: string) => number | null, atMs: number, elapsedMs: number): ConnectionSample {
  const share = (name: string, whole: number | null): number | null => ratio(value(name), whole);
  const rate = (name: string): number | null => scaled(ratio(value(name), elapsedMs), 1000);
  const sent = sum([value('dOutAudioPackets'), value('dOutVideoPackets')]);
  const lostUp = sum([part(value, 'outAudioLossPercent', 'dOutAudioPackets'), part(value, 'outVideoLossPercent', 'dOutVideoPackets')]);
  const lostDown = sum([value('dInAudioLost'), value('dInVideoLost')].map((lost) => (lost === null ? null : Math.max(0, lost))));
  const due = sum([value('dInAudioPackets'), value('dInVideoPackets'), lostDown]);
  const up = {
    lossPercent: scaled(ratio(lostUp, sent), 100),
    packetCount: sent,
    jitterMs: largest([value('outAudioJitterMs'), value('outVideoJitterMs')]),
    bitrateBps: scaled(rate('dOutMediaBytes'), 8),
    availableBps: scaled(value('availableKbps'), 1000),
    bandwidthLimitedShare: share('dBandwidthLimitedMs', elapsedMs),
    processorLimitedShare: share('dProcessorLimitedMs', elapsedMs),
  };
  const concealed = value('dConcealed');
  const down = {
    lossPercent: scaled(ratio(lostDown, due), 100),
    packetCount: due,
    jitterMs: largest([value('inAudioJitterMs'), value('inVideoJitterMs')]),
    bitrateBps: scaled(rate('dInMediaBytes'), 8),
    playoutDelayMs: scaled(ratio(value('dBufferDelayS'), value('dBufferEmitted')), 1000),
    concealedShare: ratio(concealed === null ? null : Math.max(0, concealed - (value('dSilentConcealed') ?? 0)), value('dSamples')),
    frozenShare: share('dFrozenMs', elapsedMs),
    droppedShare: null,
    frameRate: rate('dInFrames'),
    width: value('width'),
    height: value('height'),
  };
  const network = {
    rtt: ratio(value('dRttMs'), value('dResponses')) ?? value('rttMs'),
    jitter: largest([up.jitterMs, down.jitterMs]),
    packetLoss: largest([up.lossPercent, down.lossPercent]),
    bandwidth: sum([scaled(rate('dSentBytes'), 8), scaled(rate('dReceivedBytes'), 8)]),
    timestamp: atMs,
  };
  return { network, elapsedMs, up, down };
}

function part(value: (name: string) => number | null, percent: string, packets: string): number | null {
  const [share, whole] = [value(percent), value(packets)];
  return share === null || whole === null ? null : (share * whole) / 100;
}

function ratio(of: number | null, whole: number | null): number | null {
  return of === null || whole === null || whole <= 0 ? null : of / whole;
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}

function sum(values: readonly (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : numbers.reduce((total, value) => total + value, 0);
}

function largest(values: readonly (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : Math.max(...numbers);
}
