import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pixelmatch from 'pixelmatch';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS } from '../../scripts/machine/browser-flags.mjs';
import { findBrowser } from '../../scripts/machine/find-browser.mjs';
import { findFirefox } from '../../scripts/machine/find-firefox.mjs';
import { FIREFOX_PREFERENCES } from '../../scripts/machine/firefox-preferences.mjs';
import { HOSTILE_STYLES } from './host-page/hostile-style.mjs';
import { READ_LOOKS, showState, startLooksStage } from './host-page/looks-stage.mjs';

const STATES = ['lobby', 'four', 'chat', 'more', 'keys', 'alone'];
const FLAGS = [...BROWSER_FLAGS, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars'];
const VIEWPORT = { width: 980, height: 640 };
/** Of half a million: a caret, an edge that lies on half a pixel. A missing icon is some 60. */
const ALLOWED_PIXELS = 20;
/** How far in from its edge the call is looked at, in pixels: whether its corners are round is the page's to say. */
const CORNER = 4;
/** Without pictures: a canvas gives no single frames there. */
const STATES_IN_FIREFOX = ['lobby-untouched', 'failed', 'ended'];

let stage;
before(async () => {
  stage = await startLooksStage(HOSTILE_STYLES);
});
after(() => stage?.close());

function assertSameLooks(seen, plain, what) {
  assert.deepEqual(
    seen.found.map(({ name }) => name),
    plain.found.map(({ name }) => name),
    what,
  );
  for (const [index, { name, box, text }] of seen.found.entries()) {
    const kept = plain.found[index];
    assert.equal(text, kept.text, `${what}: text of ${name}`);
    assert.ok(
      box.every((value, side) => Math.abs(value - kept.box[side]) <= 0.5),
      `${what}: ${name} at ${box}, and at ${kept.box} on the plain page`,
    );
  }
}

describe('in Chromium a call looks on a hostile page as on a plain one', () => {
  let browser;
  const plain = new Map();
  const look = async (page, state) => {
    await showState(page, state);
    const looks = await page.evaluate(READ_LOOKS);
    const { x, y, width, height } = looks.home;
    const clip = { x: x + CORNER, y: y + CORNER, width: Math.floor(width) - 2 * CORNER, height: Math.floor(height) - 2 * CORNER };
    const png = PNG.sync.read(await page.screenshot({ animations: 'disabled', clip }));
    return { looks, png };
  };
  const open = async (name) => {
    const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' });
    await page.goto(stage.url(name));
    return page;
  };
  before(async () => {
    browser = await chromium.launch({ executablePath: findBrowser(), args: FLAGS });
    const page = await open('plain');
    for (const state of STATES) plain.set(state, await look(page, state));
    await page.close();
  });
  after(() => browser?.close());

  for (const name of Object.keys(HOSTILE_STYLES))
    it(`one that ${name}`, async () => {
      const page = await open(name);
      for (const state of STATES) {
        const { looks, png } = await look(page, state);
        const kept = plain.get(state);
        assertSameLooks(looks, kept.looks, `${name}, ${state}`);
        const { width, height } = kept.png;
        const pixels = pixelmatch(kept.png.data, png.data, null, width, height, { threshold: 0.2 });
        assert.ok(pixels <= ALLOWED_PIXELS, `${name}, ${state}: ${pixels} pixels differ`);
      }
      await page.close();
    });
});

describe('in Firefox a call stands on a hostile page as on a plain one', () => {
  let firefox;
  const plain = new Map();
  const open = async (name) => {
    const page = await firefox.newPage();
    await page.setViewport(VIEWPORT);
    await page.goto(stage.url(name));
    return page;
  };
  before(async () => {
    const executablePath = findFirefox();
    assert.ok(executablePath, 'Firefox is not installed and could not be (on Debian as root: apt-get install firefox-esr)');
    const extraPrefsFirefox = { ...FIREFOX_PREFERENCES, 'ui.prefersReducedMotion': 1 };
    firefox = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox });
    const page = await open('plain');
    for (const state of STATES_IN_FIREFOX) {
      await showState(page, state);
      plain.set(state, await page.evaluate(READ_LOOKS));
    }
  });
  after(() => firefox?.close());

  for (const name of Object.keys(HOSTILE_STYLES))
    it(`one that ${name}`, async () => {
      const page = await open(name);
      for (const [state, kept] of plain) {
        await showState(page, state);
        assertSameLooks(await page.evaluate(READ_LOOKS), kept, `${name}, ${state}`);
      }
      await page.close();
    });
});
