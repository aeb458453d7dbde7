import type { BrowserPlace } from './browser-place.js';

const SITE_ICON = ['lobbyChecks.stepSiteIcon', 'lobbyChecks.stepAllow', 'lobbyChecks.stepTryAgain', 'lobbyChecks.stepSystem'] as const;
const ANDROID = [
  'lobbyChecks.stepSiteIcon',
  'lobbyChecks.stepAndroidPermissions',
  'lobbyChecks.stepTryAgain',
  'lobbyChecks.stepAndroidApp',
] as const;
const IOS_APP = ['lobbyChecks.stepIosSettings', 'lobbyChecks.stepIosTurnOn', 'lobbyChecks.stepReload'] as const;
const OTHER = ['lobbyChecks.stepOther', 'lobbyChecks.stepAllow', 'lobbyChecks.stepTryAgain'] as const;

const STEPS = {
  desktop: {
    chrome: SITE_ICON,
    edge: SITE_ICON,
    firefox: ['lobbyChecks.stepFirefoxIcon', 'lobbyChecks.stepFirefoxClear', 'lobbyChecks.stepFirefoxAgain', 'lobbyChecks.stepSystem'],
    safari: ['lobbyChecks.stepSafariMenu', 'lobbyChecks.stepAllow', 'lobbyChecks.stepTryAgain'],
    unknown: OTHER,
  },
  android: {
    chrome: ANDROID,
    edge: ANDROID,
    firefox: ['lobbyChecks.stepAndroidFirefox', 'lobbyChecks.stepFirefoxAgain', 'lobbyChecks.stepAndroidApp'],
    safari: OTHER,
    unknown: OTHER,
  },
  // The others show pages by Safari's engine there, and are given the devices by the system.
  ios: {
    safari: ['lobbyChecks.stepIosPage', 'lobbyChecks.stepAllow', 'lobbyChecks.stepReload'],
    chrome: IOS_APP,
    edge: IOS_APP,
    firefox: IOS_APP,
    unknown: OTHER,
  },
  unknown: { chrome: OTHER, edge: OTHER, firefox: OTHER, safari: OTHER, unknown: OTHER },
} as const;

export type PermissionStep = (typeof STEPS)[BrowserPlace['platform']][BrowserPlace['browser']][number];

/** The names of the steps by which a visitor gives back what was refused, in order. */
export function permissionSteps({ platform, browser }: BrowserPlace): readonly PermissionStep[] {
  return STEPS[platform][browser];
}
