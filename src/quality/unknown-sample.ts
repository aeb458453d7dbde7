import type { ConnectionSample } from './connection-sample.js';

/** Both directions of an interval of which nothing is known. */
export const UNKNOWN_SAMPLE: Pick<ConnectionSample, 'up' | 'down'> = Object.freeze({
  up: Object.freeze({
    lossPercent: null,
    packetCount: null,
    jitterMs: null,
    bitrateBps: null,
    availableBps: null,
    bandwidthLimitedShare: null,
    processorLimitedShare: null,
  }),
  down: Object.freeze({
    lossPercent: null,
    packetCount: null,
    jitterMs: null,
    bitrateBps: null,
    playoutDelayMs: null,
    concealedShare: null,
    frozenShare: null,
    droppedShare: null,
    frameRate: null,
    width: null,
    height: null,
  }),
});
