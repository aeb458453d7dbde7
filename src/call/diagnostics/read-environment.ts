import type { CallState } from '../call.js';
import type { EnvironmentReport } from './diagnostics-report.js';

const USER_AGENT_LENGTH = 512;
const PLATFORM_LENGTH = 64;

interface BrowserHints {
  readonly platform?: unknown;
  readonly mobile?: unknown;
}

/** What of the browser and device bears on calls, and nothing more that would tell one visitor from another. */
export function readEnvironment({ isOffline, power }: Pick<CallState, 'isOffline' | 'power'>): EnvironmentReport {
  const browser: Partial<Navigator> & { readonly userAgentData?: BrowserHints } = typeof navigator === 'undefined' ? {} : navigator;
  const { platform, mobile } = browser.userAgentData ?? {};
  return {
    userAgent: (browser.userAgent ?? '').slice(0, USER_AGENT_LENGTH),
    platform: typeof platform === 'string' && platform !== '' ? platform.slice(0, PLATFORM_LENGTH) : null,
    isMobile: typeof mobile === 'boolean' ? mobile : null,
    isSecureContext: typeof isSecureContext !== 'undefined' && isSecureContext,
    hasWebRtc: typeof RTCPeerConnection !== 'undefined',
    hardwareConcurrency: browser.hardwareConcurrency ?? null,
    isPageHidden: typeof document !== 'undefined' && document.visibilityState === 'hidden',
    isOffline,
    power: { isBatteryLow: power.isBatteryLow, isDataSaver: power.isDataSaver, isCellular: power.isCellular },
  };
}
