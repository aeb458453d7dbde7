import { systemClock } from './base/clock.js';
import type { DeviceCarePorts } from './call/later/late-options.js';
import { readCameraFacings } from './media/late-camera-facings.js';
import { resizeCamera } from './media/late-resize-camera.js';
import { createMediaSession } from './world/late-media-session.js';
import { createWakeLock } from './world/late-wake-lock.js';

/** What this browser gives for taking care of a call that stands. */
export function createCarePorts(): DeviceCarePorts {
  const { wakeLock, mediaSession, mediaDevices } = navigator as Partial<Pick<Navigator, 'wakeLock' | 'mediaSession' | 'mediaDevices'>>;
  return {
    wakeLock: createWakeLock({ clock: systemClock, document, wakeLock }),
    mediaSession: createMediaSession({
      session: mediaSession,
      createMetadata: (title) => (typeof MediaMetadata === 'undefined' ? null : new MediaMetadata({ title })),
    }),
    cameraFacings: () => readCameraFacings(mediaDevices),
    resizeCamera,
  };
}
