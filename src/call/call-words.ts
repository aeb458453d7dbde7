import type { QualityLevel } from '../quality/network-stats.js';
import type { QualityCause } from '../quality/quality-cause.js';

export type CallStatus = 'idle' | 'lobby' | 'joining' | 'connected' | 'reconnecting' | 'ended' | 'failed';
/**
 * `blocked`: wanted, but the browser, the system or the device refuses, or the system has taken it away for a while (a
 * phone call has the microphone); why is in `CallState.mediaErrors`.
 */
export type MediaState = 'off' | 'pending' | 'on' | 'blocked';
export type LeaveReason = 'left' | 'removed' | 'ended' | 'room-full' | 'denied' | 'connection-lost';

/** What may be sent with `react`; anything else is refused, by the sender and by every receiver. */
export const REACTIONS = ['👍', '❤️', '😂', '😮', '👏', '🎉'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** Where this device's own camera picture is shown. */
export const SELF_VIEWS = ['tile', 'floating', 'hidden'] as const;
export type SelfView = (typeof SELF_VIEWS)[number];

/** What the camera in use can do besides pictures; null where it cannot (or where the browser does not say). */
export interface CameraFeatures {
  /** Which side of the device it is on. */
  readonly facing: 'user' | 'environment' | null;
  readonly torch: { readonly isOn: boolean } | null;
  readonly zoom: { readonly min: number; readonly max: number; readonly step: number; readonly value: number } | null;
}

export interface Quality {
  readonly level: QualityLevel;
  /** 0 to 100. */
  readonly score: number;
  /**
   * From fair on, where it goes wrong as far as this device can tell: in what it sends, in what it receives, in its own
   * processor, or with the other side. Absent while all is well.
   */
  readonly cause?: QualityCause;
}
