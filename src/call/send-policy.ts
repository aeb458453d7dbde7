import type { SendLimit, TrackSource } from '../engine/engine-port.js';
import type { PowerState } from '../world/world-port.js';

/** `full` leaves the choice to the browser's own bandwidth estimate. */
export type SendProfile = 'full' | 'handheld' | 'low';

/** What the limits of a source follow from. */
export interface SendSituation {
  readonly power: PowerState;
  readonly isHandheld: boolean;
  /** The longer side of the own camera picture, in pixels; null while unknown. */
  readonly cameraLongSide: number | null;
}

interface SourceProfile {
  readonly kbps: number;
  readonly frameRate: number | null;
  /** The longer side of what is sent, in pixels; null is the captured size. */
  readonly longSide: number | null;
}

/**
 * Handheld: what a phone of the last years encodes without heat. Low: what is still a conversation on a mobile tariff or
 * with a battery that ends. Text on a screen is read, so its size stays and its pace falls. Opus speech is full band
 * from 24 kbit/s mono (RFC 7587 section 3.1.1).
 */
const PROFILES: Readonly<Record<Exclude<SendProfile, 'full'>, Readonly<Record<TrackSource, SourceProfile>>>> = {
  handheld: {
    microphone: { kbps: 32, frameRate: null, longSide: null },
    camera: { kbps: 500, frameRate: 24, longSide: 640 },
    screen: { kbps: 1500, frameRate: 15, longSide: null },
    'screen-audio': { kbps: 64, frameRate: null, longSide: null },
  },
  low: {
    microphone: { kbps: 24, frameRate: null, longSide: null },
    camera: { kbps: 300, frameRate: 15, longSide: 480 },
    screen: { kbps: 500, frameRate: 5, longSide: null },
    'screen-audio': { kbps: 32, frameRate: null, longSide: null },
  },
};

const NO_LIMIT: SendLimit = Object.freeze({ maxBitrateBps: null, maxFrameRate: null, scaleDownBy: null });

/** Anything that runs short lowers what is sent, on whatever device. Pure. */
export function sendProfile({ power, isHandheld }: Pick<SendSituation, 'power' | 'isHandheld'>): SendProfile {
  if (power.isBatteryLow || power.isDataSaver || power.isCellular) return 'low';
  return isHandheld ? 'handheld' : 'full';
}

/** The most that is sent as `source` now. Pure. */
export function sendLimit(source: TrackSource, situation: SendSituation): SendLimit {
  const profile = sendProfile(situation);
  if (profile === 'full') return NO_LIMIT;
  const { kbps, frameRate, longSide } = PROFILES[profile][source];
  return { maxBitrateBps: kbps * 1000, maxFrameRate: frameRate, scaleDownBy: scale(longSide, situation.cameraLongSide) };
}

function scale(wished: number | null, captured: number | null): number | null {
  // A picture is never blown up.
  return wished === null || captured === null ? null : Math.max(1, captured / wished);
}
