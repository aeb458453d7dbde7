import type { ConnectionSample, DownlinkSample, UplinkSample } from '../../src/quality/connection-sample.js';
import type { NetworkStats } from '../../src/quality/network-stats.js';
import { UNKNOWN_SAMPLE } from '../../src/quality/unknown-sample.js';

interface SamplePatch {
  readonly network?: Partial<NetworkStats>;
  readonly elapsedMs?: number;
  readonly up?: Partial<UplinkSample>;
  readonly down?: Partial<DownlinkSample>;
}

/** A sample of which nothing is known but what the patch says; loss and jitter of the network are the worse of both ways. */
export function connectionSample({ network, elapsedMs, up, down }: SamplePatch = {}): ConnectionSample {
  const worse = (a: number | null | undefined, b: number | null | undefined): number | null =>
    a == null ? (b ?? null) : b == null ? a : Math.max(a, b);
  return {
    network: {
      rtt: null,
      jitter: worse(up?.jitterMs, down?.jitterMs),
      packetLoss: worse(up?.lossPercent, down?.lossPercent),
      bandwidth: null,
      timestamp: 2000,
      ...network,
    },
    elapsedMs: elapsedMs ?? 2000,
    up: { ...UNKNOWN_SAMPLE.up, ...up },
    down: { ...UNKNOWN_SAMPLE.down, ...down },
  };
}
