import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from '../../scripts/machine/browser-flags.mjs';
import { findBrowser } from '../../scripts/machine/find-browser.mjs';
import { fromRoot } from '../../scripts/project/from-root.mjs';

/** How each state is reached, after the call is shown in the state of the first word. */
const STATES = {
  lobby: [],
  alone: [],
  two: [],
  'screen-share': [],
  reconnecting: [],
  ended: [],
  failed: [],
  'two-chat': [/chat/i],
  'two-participants': [/people|participants/i],
};

/**
 * What assistive technology is given in each state, kept as text: roles, names, states, in reading order.
 * A change on purpose is written anew by `UPDATE_SNAPSHOTS=1 node --test test/package/accessibility-tree.test.mjs`.
 */
describe('the accessibility tree of a call', () => {
  let browser;
  let page;
  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [fromRoot('test/support/accessibility-tree-page.ts')],
      bundle: true,
      format: 'iife',
      target: 'es2022',
      tsconfig: fromRoot('tsconfig.json'),
      write: false,
      logLevel: 'error',
    });
    browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' });
    await page.route('http://tree.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><title>x</title><body></body>' }));
    await page.goto('http://tree.test/');
    await page.addScriptTag({ content: outputFiles[0].text });
  });
  after(() => browser?.close());

  for (const [state, presses] of Object.entries(STATES))
    it(`is as it was kept: ${state}`, async () => {
      const scenario = presses.length === 0 ? state : state.split('-')[0];
      await page.evaluate((name) => globalThis.show(name), scenario);
      for (const name of presses) await page.getByRole('button', { name }).first().click();
      // What is loaded late, and words that follow it.
      await page.waitForTimeout(600);
      // How long a call of this test lasted is of no interest.
      const tree = `${await page.locator('main').ariaSnapshot()}\n`.replace(/ for \d+ \w+\./, ' for a while.');
      const file = fromRoot(`test/package/accessibility-tree/${state}.yaml`);
      if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, tree);
      assert.equal(tree, readFileSync(file, 'utf8'));
    });
});
