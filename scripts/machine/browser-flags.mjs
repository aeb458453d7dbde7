/** Chromium refuses to start as root with its sandbox. Playwright leaves the sandbox out for others too, unless told `chromiumSandbox: true`. */
const FLAGS_FOR_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Fake camera and microphone without questions, timers that run in every tab, and no traffic of the browser's own. */
export const BROWSER_FLAGS = [
  ...FLAGS_FOR_ROOT,
  '--use-fake-device-for-media-stream=fps=15',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];
