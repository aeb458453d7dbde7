import { NexError } from '../base/nex-error.js';

/** Insecure pages have no `mediaDevices` at all; say which of the two it is. */
export function requireMediaDevices(source: 'microphone' | 'camera' | 'screen'): MediaDevices {
  if (typeof isSecureContext !== 'undefined' && !isSecureContext)
    throw new NexError('environment/insecure-context', 'Capture needs a page served over HTTPS.', { fatal: true });
  if (typeof navigator === 'undefined' || !('mediaDevices' in navigator))
    throw new NexError('environment/webrtc-missing', 'This browser cannot capture media.');
  if (source === 'screen' && !('getDisplayMedia' in navigator.mediaDevices))
    throw new NexError('environment/webrtc-missing', 'This browser cannot share a screen.');
  return navigator.mediaDevices;
}
