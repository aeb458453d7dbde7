import type { CallState } from '../../src/call/call.js';

export type PowerReason = 'battery' | 'dataSaver' | 'cellular';

/** Why less video is sent now; null while none is sent, or nothing runs short. */
export function powerReason({
  status,
  power,
  camera,
  screen,
}: Pick<CallState, 'status' | 'power' | 'camera' | 'screen'>): PowerReason | null {
  if (status !== 'connected' || (camera !== 'on' && screen !== 'on')) return null;
  if (power.isBatteryLow) return 'battery';
  return power.isDataSaver ? 'dataSaver' : power.isCellular ? 'cellular' : null;
}
