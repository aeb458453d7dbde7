import { known } from './known.js';

export type Stat = Readonly<Record<string, unknown>>;

/** Only ever grow; one that fell means a restart, and the interval tells nothing. `packetsLost` may fall: late packets. */
const COUNTERS = [
  'bytesSent',
  'bytesReceived',
  'packetsSent',
  'packetsReceived',
  'framesEncoded',
  'framesDecoded',
  'totalRoundTripTime',
  'roundTripTimeMeasurements',
  'responsesReceived',
  'totalSamplesReceived',
  'jitterBufferEmittedCount',
] as const;

/**
 * A statistic with its elder of the interval before. Whatever is missing, or was not a number, is null.
 * W3C webrtc-stats, "Guidelines for design of stats objects": differences of sums over differences of counts.
 */
export class StatPair {
  readonly now: Stat;
  readonly #before: Stat;

  private constructor(before: Stat, now: Stat) {
    this.#before = before;
    this.now = now;
  }

  /** What is in both reports under the same type, id and source, and was not started anew between them. */
  static all(previous: RTCStatsReport, current: RTCStatsReport): readonly StatPair[] {
    const elders = new Map<string, Stat>();
    previous.forEach((stat: Stat) => elders.set(keyOf(stat), stat));
    const pairs: StatPair[] = [];
    current.forEach((now: Stat) => {
      const before = elders.get(keyOf(now));
      const pair = before === undefined ? null : new StatPair(before, now);
      if (pair !== null && !COUNTERS.some((counter) => (pair.delta(counter) ?? 0) < 0)) pairs.push(pair);
    });
    return pairs;
  }

  get type(): unknown {
    return this.now['type'];
  }

  /** Milliseconds; null when this statistic did not move on. */
  get elapsedMs(): number | null {
    const elapsedMs = this.delta('timestamp');
    return elapsedMs !== null && elapsedMs > 0 ? elapsedMs : null;
  }

  value(member: string): number | null {
    return known.number(this.now[member]);
  }

  delta(member: string): number | null {
    return difference(this.now[member], this.#before[member]);
  }

  /** Of one entry of a member that is a record, as `qualityLimitationDurations`. */
  entryDelta(member: string, entry: string): number | null {
    return difference(entryOf(this.now[member], entry), entryOf(this.#before[member], entry));
  }

  /** What it grew by a second. */
  rate(member: string): number | null {
    const grown = this.delta(member);
    return grown === null || this.elapsedMs === null ? null : (grown * 1000) / this.elapsedMs;
  }

  /** Difference of a sum over the difference of its count; null when nothing was counted. */
  average(sum: string, count: string): number | null {
    return known.ratio(this.delta(sum), this.delta(count));
  }
}

function keyOf(stat: Stat): string {
  return `${String(stat['type'])} ${String(stat['id'])} ${String(stat['ssrc'])}`;
}

function difference(now: unknown, before: unknown): number | null {
  const [a, b] = [known.number(now), known.number(before)];
  return a === null || b === null ? null : a - b;
}

function entryOf(record: unknown, entry: string): unknown {
  return typeof record === 'object' && record !== null ? (record as Stat)[entry] : null;
}
