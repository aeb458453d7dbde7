import { NexError } from '../base/nex-error.js';

/** Why no call is possible on this page, or null. */
export function checkEnvironment(): NexError | null {
  if (typeof isSecureContext !== 'undefined' && !isSecureContext)
    return new NexError('environment/insecure-context', 'Calls need a page served over HTTPS.', { fatal: true });
  if (typeof RTCPeerConnection === 'undefined')
    return new NexError('environment/webrtc-missing', 'This browser has no WebRTC.', { fatal: true });
  return null;
}
