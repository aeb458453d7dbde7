import type { ConnectionSample, UplinkSample } from '../../src/quality/connection-sample.js';
import type { SendDevice, SendSituation, Viewer } from '../../src/quality/send-situation.js';

export const WELL: SendDevice = { isBatteryLow: false, isDataSaver: false, isCellular: false, isHandheld: false, isMemorySmall: false };

/** One who shows the camera in a box of that size; without a size as large as it can be. */
export function viewer(id: string, width = 0, height = 0): Viewer {
  return { id, camera: { isVisible: true, width, height }, screen: null };
}

/** A desktop with a 720p camera, and that many who show it large. */
export function situation(count: number, patch: Partial<SendSituation> = {}): SendSituation {
  return {
    viewers: Array.from({ length: count }, (_, index) => viewer(`p${String(index)}`)),
    camera: { width: 1280, height: 720 },
    screen: null,
    videoChoice: 'auto',
    audioChoice: 'auto',
    limitBps: null,
    device: WELL,
    isAdaptive: true,
    isSigning: false,
    ...patch,
  };
}

/** One interval of a way that is well. */
export function sample(up: Partial<UplinkSample> = {}, rtt: number | null = 40): ConnectionSample {
  return {
    network: { rtt, jitter: 5, packetLoss: 0, bandwidth: 1_000_000, timestamp: 0 },
    elapsedMs: 2000,
    up: {
      lossPercent: 0,
      packetCount: null,
      jitterMs: 5,
      bitrateBps: 1_000_000,
      availableBps: 4_000_000,
      bandwidthLimitedShare: 0,
      processorLimitedShare: 0,
      ...up,
    },
    down: {
      lossPercent: 0,
      packetCount: null,
      jitterMs: 5,
      bitrateBps: 1_000_000,
      playoutDelayMs: 40,
      concealedShare: 0,
      frozenShare: 0,
      droppedShare: 0,
      frameRate: 30,
      width: 1280,
      height: 720,
    },
  };
}
