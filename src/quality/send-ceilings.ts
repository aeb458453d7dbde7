import { CAMERA_RUNGS, SIGNING_LEAST_FRAME_RATE, SIGNING_RUNGS, ceilingOfSize, type Ceiling } from './send-rungs.js';
import type { SendDevice, SendSituation, VideoChoice } from './send-situation.js';
import type { CameraRungName, SendReason } from './send-step.js';

/** The most of every source for one reason; what is missing is not bounded by it. */
export interface ReasonCeiling {
  readonly reason: SendReason;
  readonly camera?: Ceiling;
  readonly screen?: Ceiling;
  readonly microphoneBps?: number;
  readonly screenAudioBps?: number;
}

/** What is sent to all together before anything is known of the network, and on phones, data savers and mobile networks. */
const START_BPS = 2_000_000;
const LOW_START_BPS = 800_000;

/** By hand (requirement D4). */
const CHOICES: Readonly<Record<Exclude<VideoChoice, 'auto' | 'off'>, Ceiling>> = {
  high: { longSide: 1920, frameRate: 30, bitrateBps: 2_500_000 },
  medium: { longSide: 1280, frameRate: 30, bitrateBps: 1_000_000 },
  low: { longSide: 480, frameRate: 15, bitrateBps: 300_000 },
};

/** What a phone of the last years encodes without heat. */
const HANDHELD: Omit<ReasonCeiling, 'reason'> = {
  camera: { longSide: 640, frameRate: 24, bitrateBps: 500_000 },
  screen: { longSide: Infinity, frameRate: 15, bitrateBps: 1_500_000 },
  microphoneBps: 32_000,
  screenAudioBps: 64_000,
};

/** What is still a conversation on a mobile tariff or with a battery that ends. */
const SHORT: Omit<ReasonCeiling, 'reason'> = {
  camera: { longSide: 480, frameRate: 15, bitrateBps: 300_000 },
  screen: { longSide: Infinity, frameRate: 5, bitrateBps: 500_000 },
  microphoneBps: 24_000,
  screenAudioBps: 32_000,
};

/** A device with at most 2 GiB also decodes what it is sent. */
const LITTLE_MEMORY: Omit<ReasonCeiling, 'reason'> = { camera: { longSide: 640, frameRate: 20, bitrateBps: 450_000 } };

/** What was lowered, by reason, apart from the network. `waived`: undone by hand as long as the reason lasts. */
export function ceilingsOf(
  { device, videoChoice, isAdaptive, isSigning }: Pick<SendSituation, 'device' | 'videoChoice' | 'isAdaptive' | 'isSigning'>,
  processor: CameraRungName | null,
  waived: ReadonlySet<SendReason>,
): readonly ReasonCeiling[] {
  const ceilings: ReasonCeiling[] = [];
  if (isAdaptive) {
    if (device.isBatteryLow) ceilings.push({ reason: 'battery', ...SHORT });
    if (device.isDataSaver) ceilings.push({ reason: 'data-saver', ...SHORT });
    if (device.isCellular) ceilings.push({ reason: 'cellular', ...SHORT });
    if (device.isHandheld) ceilings.push({ reason: 'device', ...HANDHELD });
    if (device.isMemorySmall) ceilings.push({ reason: 'device', ...LITTLE_MEMORY });
    if (processor !== null)
      ceilings.push({ reason: 'processor', camera: ceilingOfSize(isSigning ? SIGNING_RUNGS : CAMERA_RUNGS, longSideOf(processor)) });
  }
  const counting = ceilings.filter(({ reason }) => !waived.has(reason));
  if (videoChoice !== 'auto' && videoChoice !== 'off') counting.push({ reason: 'chosen', camera: CHOICES[videoChoice] });
  return isSigning ? counting.map(withMovement) : counting;
}

export function startBpsOf({ isHandheld, isDataSaver, isCellular }: SendDevice): number {
  return isHandheld || isDataSaver || isCellular ? LOW_START_BPS : START_BPS;
}

/** Reasons there are now, whether or not they were undone by hand. */
export function deviceReasons(device: SendDevice): ReadonlySet<SendReason> {
  const reasons = new Set<SendReason>();
  if (device.isBatteryLow) reasons.add('battery');
  if (device.isDataSaver) reasons.add('data-saver');
  if (device.isCellular) reasons.add('cellular');
  if (device.isHandheld || device.isMemorySmall) reasons.add('device');
  return reasons;
}

function longSideOf(name: CameraRungName): number {
  return [...CAMERA_RUNGS, ...SIGNING_RUNGS].find((rung) => rung.name === name)?.longSide ?? Infinity;
}

function withMovement(ceiling: ReasonCeiling): ReasonCeiling {
  const { camera } = ceiling;
  if (camera === undefined) return ceiling;
  return { ...ceiling, camera: { ...camera, frameRate: Math.max(camera.frameRate, SIGNING_LEAST_FRAME_RATE) } };
}
