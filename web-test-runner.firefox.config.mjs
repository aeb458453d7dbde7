import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findFirefox } from './scripts/machine/find-firefox.mjs';
import { FIREFOX_PREFERENCES } from './scripts/machine/firefox-preferences.mjs';
import shared from './web-test-runner.config.mjs';

const executablePath = findFirefox();
if (executablePath === null) throw new Error('These tests need Firefox (on Debian as root: apt-get install firefox-esr).');

/** The launcher's name tells what it was made for; told so, it drives Firefox by WebDriver BiDi. */
const firefox = chromeLauncher({
  puppeteer,
  concurrency: 1,
  launchOptions: { browser: 'firefox', executablePath, extraPrefsFirefox: FIREFOX_PREFERENCES },
});

/**
 * The tests over real connections, in Firefox. Not those of mending and of floods, which need more than a page of Firefox
 * on two cores gives them; what single tests cannot do here they say themselves (`test/support/browser-limits.ts`).
 */
const FILES = ['call', 'chat', 'core', 'diagnostics', 'mesh-engine', 'mesh-peer-server', 'mesh-sending', 'signaling-contract'];

export default {
  ...shared,
  groups: [{ name: 'firefox', files: FILES.map((name) => `test/integration/${name}.test.ts`), browsers: [firefox] }],
  browsers: [firefox],
  concurrency: 1,
  testFramework: { config: { timeout: 40_000 } },
};
