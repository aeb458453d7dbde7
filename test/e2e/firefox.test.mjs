import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/machine/find-firefox.mjs';
import { FIREFOX_PREFERENCES } from '../../scripts/machine/firefox-preferences.mjs';
import { newRoom } from './lab/scene.mjs';
import { Stage, until } from './stage.mjs';
import { Visitor } from './visitor.mjs';

const LIMIT_MS = 60_000;

let stage;
let firefox;
before(async () => {
  stage = await Stage.open();
  const executablePath = findFirefox();
  assert.ok(executablePath, 'Firefox is not installed and could not be (on Debian as root: apt-get install firefox-esr)');
  firefox = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: FIREFOX_PREFERENCES });
});
after(async () => {
  await firefox?.close();
  await stage?.close();
});

/** The same visitor, by another driver: both know `evaluate` and `on('pageerror')`. */
async function visitInFirefox(url) {
  const page = await firefox.newPage();
  const visitor = new Visitor(page);
  await page.goto(url);
  return visitor;
}

for (const isFirefoxFirst of [true, false]) {
  test(`Firefox and Chromium see each other in a call, ${isFirefoxFirst ? 'Firefox' : 'Chromium'} first`, async () => {
    const url = await stage.hostPage({ room: newRoom() });
    const browser = await stage.browser();
    const come = [() => visitInFirefox(url), () => browser.visit(url)];
    const visitors = [];
    for (const enter of isFirefoxFirst ? come : come.reverse()) {
      const visitor = await enter();
      await visitor.join();
      visitors.push(visitor);
    }
    const isTogether = async () => {
      const states = await Promise.all(visitors.map((visitor) => visitor.state()));
      return states.every(({ others }) => others.length === 1 && others[0].connection === 'connected' && others[0].camera === 'on');
    };
    await until(isTogether, 'both connected, cameras on', LIMIT_MS);
    for (const visitor of visitors) {
      const decoded = () => visitor.page.evaluate(READ_DECODED);
      await until(async () => (await decoded()).video > 5 && (await decoded()).audio > 20, 'pictures and sound', LIMIT_MS);
      assert.deepEqual(visitor.pageErrors, []);
    }
    await visitors[0].do('setCamera', false);
    await until(async () => (await visitors[1].state()).others[0].camera === 'off', 'camera off told', LIMIT_MS);
    await visitors[0].leave();
    await until(async () => (await visitors[1].state()).others.length === 0, 'gone', LIMIT_MS);
    await visitors[1].leave();
  });
}

/** What came, by the public statistics of the call. */
const READ_DECODED = `(async () => {
  const sums = { video: 0, audio: 0 };
  const reports = await document.querySelector('nex-call').call.getStats();
  for (const report of reports.values())
    for (const stat of report.values())
      if (stat.type === 'inbound-rtp') sums[stat.kind] += stat.kind === 'video' ? (stat.framesDecoded ?? 0) : stat.packetsReceived;
  return sums;
})()`;
