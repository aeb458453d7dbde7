/** What has come of sound and pictures. */
export interface MediaArrivals {
  /** Packets since the session began. */
  readonly count: number;
  /** Milliseconds since the last one; null where the browser does not say it. */
  readonly quietMs: number | null;
}

/** Over all sources of one connection. */
export function readMediaArrivals(stats: RTCStatsReport): MediaArrivals {
  let count = 0;
  let lastAt = 0;
  let lookedAt = 0;
  stats.forEach(({ type, timestamp, packetsReceived, lastPacketReceivedTimestamp }: RTCInboundRtpStreamStats) => {
    if (type !== 'inbound-rtp') return;
    count += packetsReceived ?? 0;
    lookedAt = Math.max(lookedAt, timestamp);
    lastAt = Math.max(lastAt, lastPacketReceivedTimestamp ?? 0);
  });
  return { count, quietMs: lastAt > 0 ? Math.max(0, lookedAt - lastAt) : null };
}
