import { browserPlace, type BrowserPlace } from './browser-place.js';

/** What decides which help a visitor needs. */
export interface PermissionPlace extends BrowserPlace {
  readonly isSecure: boolean;
  /** Whether the page that this one is inside of passes camera and microphone on; `unknown` where the browser does not say. */
  readonly frame: 'none' | 'open' | 'closed' | 'unknown';
}

interface FeaturePolicy {
  allowsFeature(name: string): boolean;
}

/** As this page is shown now. */
export function permissionPlace(): PermissionPlace {
  return { ...browserPlace(navigator), isSecure: isSecureContext, frame: readFrame() };
}

function readFrame(): PermissionPlace['frame'] {
  if (window.top === window) return 'none';
  const policy = (document as Document & { readonly featurePolicy?: FeaturePolicy }).featurePolicy;
  if (policy === undefined) return 'unknown';
  return policy.allowsFeature('camera') && policy.allowsFeature('microphone') ? 'open' : 'closed';
}
