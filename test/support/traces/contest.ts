import { Forecaster } from '../../../src/quality/forecast.js';
import type { Oracle } from './judge-forecast.js';
import { lastSample, shownLevel } from './persistence.js';
import type { Trace } from './trace-samples.js';

export { judgeForecast } from './judge-forecast.js';
export { parseTrace, traceSamples } from './trace-samples.js';

const forecast: Oracle = () => {
  const forecaster = new Forecaster();
  return (sample) => forecaster.add(sample);
};

/** What Firefox does not tell is left out. */
const withoutEstimates: Oracle = () => {
  const forecaster = new Forecaster();
  return (sample) =>
    forecaster.add({ ...sample, up: { ...sample.up, availableBps: null, bandwidthLimitedShare: null, processorLimitedShare: null } });
};

export const CONTENDERS: Readonly<Record<string, Oracle>> = {
  forecast,
  'forecast without estimates': withoutEstimates,
  'as the last sample': lastSample,
  'as the level shown': shownLevel,
};

/** The second of the three calls of each shape is for judging alone: nothing was chosen by how it does on them. */
export function isHeldOut({ call }: Trace): boolean {
  return call === HELD_OUT_CALL;
}

const HELD_OUT_CALL = 1;

/** Names of the recorded sides: shape, number of the call, page, connection of that page. */
export const TRACE_NAMES: readonly string[] = [
  ...'0a0 0a1 0b0 0b1 0c0 0c1 1a0 1b0 1b1 1c0 2a0 2a1 2b0 2b1 2c0 2c1'.split(' ').map((side) => `excellent-${side}`),
  ...'0a0 0a1 0b0 0b1 0c0 0c1 1a0 1a1 1b0 1b1 1c0 1c1 2a0 2a1 2b0 2b1 2c0 2c1'.split(' ').map((side) => `wifi-${side}`),
  ...'0a0 0a1 0b0 0b1 0c0 0c1 1a0 1a1 1b0 1b1 1c0 1c1 2a0 2a1 2b0 2b1 2c0 2c1'.split(' ').map((side) => `4g-${side}`),
  ...'0a0 0a1 0b0 0b1 0c0 0c1 1a0 1b0 1b1 1c0 2a0 2a1 2b0 2b1 2c0 2c1'.split(' ').map((side) => `3g-${side}`),
];
