type Stat = Readonly<Record<string, unknown>>;

/** What goes over one connection; null is unknown. */
export interface StreamPoint {
  /** Bits a second. */
  readonly sent: number | null;
  readonly received: number | null;
  /** Of the largest picture, pixels. */
  readonly sentHeight: number | null;
  readonly receivedHeight: number | null;
  /** Of the fastest picture, a second. */
  readonly sentRate: number | null;
  readonly receivedRate: number | null;
}

/** Between two `getStats()` answers of one connection. Names: W3C webrtc-stats. */
export function streamPoint(before: RTCStatsReport, now: RTCStatsReport): StreamPoint {
  const sent = statsOf(now, 'outbound-rtp');
  const received = statsOf(now, 'inbound-rtp');
  return {
    sent: rate(before, sent, 'bytesSent'),
    received: rate(before, received, 'bytesReceived'),
    sentHeight: largest(sent, 'frameHeight'),
    receivedHeight: largest(received, 'frameHeight'),
    sentRate: largest(sent, 'framesPerSecond'),
    receivedRate: largest(received, 'framesPerSecond'),
  };
}

function statsOf(report: RTCStatsReport, type: string): readonly Stat[] {
  const found: Stat[] = [];
  report.forEach((stat: Stat) => {
    if (stat['type'] === type) found.push(stat);
  });
  return found;
}

function rate(before: RTCStatsReport, stats: readonly Stat[], counter: string): number | null {
  let sum: number | null = null;
  for (const stat of stats) {
    const elder = before.get(String(stat['id'])) as Stat | undefined;
    const bytes = difference(stat, elder, counter);
    const elapsedMs = difference(stat, elder, 'timestamp');
    // A counter that fell was begun anew.
    if (bytes === null || bytes < 0 || elapsedMs === null || elapsedMs <= 0) continue;
    sum = (sum ?? 0) + (bytes * 8 * 1000) / elapsedMs;
  }
  return sum;
}

function difference(now: Stat, before: Stat | undefined, member: string): number | null {
  const last = numberOf(now[member]);
  const first = numberOf(before?.[member]);
  return last === null || first === null ? null : last - first;
}

function largest(stats: readonly Stat[], member: string): number | null {
  const known = stats.map((stat) => numberOf(stat[member])).filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
