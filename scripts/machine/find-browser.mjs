import { join } from 'node:path';
import { findOnPath, isRunnable } from './find-program.mjs';
import { installOnDebian } from './install-on-debian.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (file) => join(process.env[name] ?? 'C:\\', file),
    ),
  ),
};

function find() {
  for (const name of ['CHROME_PATH', 'CHROMIUM_PATH']) {
    const named = process.env[name];
    if (!named) continue;
    if (isRunnable(named)) return named;
    throw new Error(`${name} is set to "${named}", which is not a program that can be started.`);
  }
  return findOnPath(...NAMES) ?? PLACES[process.platform]?.find(isRunnable);
}

/** The path of a Chromium-based browser on this machine. Installs Debian's where it may; throws one clear error otherwise. */
export function findBrowser() {
  const found = find();
  if (found) return found;
  installOnDebian('Chromium', 'chromium');
  const installed = find();
  if (installed) return installed;
  throw new Error('The tests need Chromium, Chrome or Edge: install one, or set CHROME_PATH to the program.');
}
