import { AUDIO_BPS, soundCost } from './audio-plan.js';
import { CAMERA_RUNGS, SCREEN_RUNGS, SIGNING_RUNGS } from './send-rungs.js';
import type { AudioRungName, CameraRungName, ScreenRungName } from './send-step.js';

/** What is sent of each source, the same to all. */
export interface SentSources {
  readonly camera: CameraRungName | 'off';
  readonly screen: ScreenRungName | 'off';
  readonly microphone: AudioRungName;
}

/** What these sources cost to so many participants together when the network carries it, bits a second. */
export function sentCost({ camera, screen, microphone }: SentSources, participantCount: number, isSigning = false): number {
  const cameraRungs = isSigning ? SIGNING_RUNGS : CAMERA_RUNGS;
  // Only those who sign have 240p and no 180p: what the ladder has not is the nearest that is larger.
  const picture = cameraRungs.find(({ name }) => name === camera) ?? (camera === 'off' ? null : cameraRungs.at(-1));
  const shared = SCREEN_RUNGS.find(({ name }) => name === screen);
  return soundCost(AUDIO_BPS[microphone], participantCount) + participantCount * ((picture?.bitrateBps ?? 0) + (shared?.bitrateBps ?? 0));
}
