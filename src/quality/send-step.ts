/** How much of a source is sent, best first: sizes of the camera, frames a second of a screen, levels of the sound. */
export const CAMERA_RUNG_NAMES = ['1080p', '720p', '480p', '360p', '240p', '180p'] as const;
export const SCREEN_RUNG_NAMES = ['30fps', '15fps', '5fps', '3fps'] as const;
export const AUDIO_RUNG_NAMES = ['maximum', 'high', 'medium', 'low', 'minimum'] as const;

export type CameraRungName = (typeof CAMERA_RUNG_NAMES)[number];
export type ScreenRungName = (typeof SCREEN_RUNG_NAMES)[number];
export type AudioRungName = (typeof AUDIO_RUNG_NAMES)[number];
export type SendRungName = CameraRungName | ScreenRungName | AudioRungName | 'off';

/**
 * `limit`: the bandwidth limit that was set. `device`: a phone, or little memory. `unseen`: nobody looks at it. `chosen`: a
 * quality chosen by hand.
 */
export type SendReason = 'network' | 'processor' | 'battery' | 'data-saver' | 'cellular' | 'device' | 'limit' | 'unseen' | 'chosen';

/** Less of a source is sent than could be, and why. */
export interface SendStep {
  readonly source: 'camera' | 'screen' | 'microphone';
  readonly to: SendRungName;
  readonly reason: SendReason;
}

/** How sending follows the network and the device. */
export interface Adaptation {
  /** False: what is chosen by hand is sent, whatever network and device carry; only sound still comes before pictures. */
  readonly isAdaptive: boolean;
  /** For sign language: the camera keeps its frame rate and gives up size first. */
  readonly isSigning: boolean;
  /** What this device may send to all others together, bits a second; null while nobody is there. Rounded. */
  readonly budgetBps: number | null;
  /**
   * What was lowered, for the participant who is sent most; empty when nothing is. A camera that is `off` because of the
   * `network` means: sound only, until the network carries pictures again.
   */
  readonly steps: readonly SendStep[];
}
