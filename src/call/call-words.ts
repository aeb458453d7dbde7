import type { QualityLevel } from '../quality/network-stats.js';

export type CallStatus = 'idle' | 'lobby' | 'joining' | 'connected' | 'reconnecting' | 'ended' | 'failed';
/**
 * `blocked`: wanted, but the browser, the system or the device refuses, or the system has taken it away for a while (a
 * phone call has the microphone); why is in `CallState.mediaErrors`.
 */
export type MediaState = 'off' | 'pending' | 'on' | 'blocked';
export type LeaveReason = 'left' | 'removed' | 'ended' | 'room-full' | 'denied' | 'connection-lost';

export interface Quality {
  readonly level: QualityLevel;
  /** 0 to 100. */
  readonly score: number;
}
