import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

/** The battery ends: less video is sent. */
export function lowPower(): FakeCall {
  return connected(1, { power: { isBatteryLow: true, isDataSaver: false, isCellular: false } });
}
