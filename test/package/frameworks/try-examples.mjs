import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { allConnected, Stage, until } from '../../e2e/stage.mjs';
import { installExample, packPackage } from './example.mjs';

const PATIENCE_MS = 30_000;
/**
 * For each example: the packed package, installed, built and looked at in a browser. `checks`: it has types in its templates
 * to check; `versions`: of what it names, others than it names. Some in one file of tests and not all, since a file has a limit of time.
 *
 * @param {readonly { name: string, checks?: boolean, versions?: Record<string, string> }[]} examples
 */
export function tryExamples(examples) {
  describe('the packed package in a project of its own', () => {
    let stage;
    let browser;
    let packed;
    before(async () => {
      [stage, packed] = await Promise.all([Stage.open(), packPackage()]);
      browser = await stage.browser();
    });
    after(async () => {
      await stage.close();
      packed.remove();
    });

    for (const { name, checks = false, versions } of examples)
      describe(name, () => {
        let example;
        let url;
        before(async () => {
          example = await installExample(name, packed.path, versions);
        });
        after(() => example?.remove());

        it('builds with nothing but its documented peers', async () => {
          if (checks) await example.script('check');
          await example.script('build');
          url = `${await example.serve()}?room=${name}&server=${encodeURIComponent(stage.server.signalUrl)}`;
          assert.equal(existsSync(join(example.folder, 'node_modules/react')), name === 'react');
        });

        it('shows the lobby; properties and events are bound', async () => {
          const visitor = await browser.visit(url);
          const { page } = visitor;
          await until(async () => (await page.textContent('output')) === 'lobby', 'the event told of the lobby', PATIENCE_MS);
          const call = await page.evaluate(() => {
            const element = document.querySelector('nex-call');
            const { width, height } = element.getBoundingClientRect();
            return { room: element.call.state.room, hasLobby: element.shadowRoot.querySelector('nex-lobby') !== null, width, height };
          });
          assert.equal(call.room, name);
          assert.ok(call.hasLobby);
          assert.ok(call.width > 200 && call.height >= 180, `${call.width} × ${call.height}`);
          await page.click('button:text("Dark")');
          await until(() => page.evaluate(() => document.querySelector('nex-call').theme === 'dark'), 'the property is set', PATIENCE_MS);
          assert.deepEqual(visitor.pageErrors, []);
          await visitor.close();
        });

        if (name === 'react') it('gives two visitors a call, and its hooks follow it', () => twoInCall(browser, url));
        if (name === 'astro') it('has its box before any script, and nothing jumps', () => nothingJumps(browser, url, example.folder));
      });
  });
}

async function twoInCall(browser, url) {
  const visitors = [await browser.visit(url), await browser.visit(url)];
  for (const { page } of visitors) await until(async () => (await page.textContent('output')) === 'lobby', 'the lobby', PATIENCE_MS);
  for (const visitor of visitors) await visitor.join();
  await allConnected(visitors);
  for (const { page } of visitors) await until(async () => (await page.textContent('b')) === '1', 'the hook sees the other', PATIENCE_MS);
  for (const { pageErrors } of visitors) assert.deepEqual(pageErrors, []);
  await Promise.all(visitors.map((visitor) => visitor.close()));
}

async function nothingJumps(browser, url, folder) {
  assert.match(readFileSync(join(folder, 'dist/index.html'), 'utf8'), /<nex-call room="team-standup"/);
  const boxOf = (page) =>
    page.evaluate(() => {
      const { x, y, width, height } = document.querySelector('nex-call').getBoundingClientRect();
      return { x, y, width, height };
    });
  const bare = await browser.visit(url, { javaScriptEnabled: false });
  const before = await bare.page.locator('nex-call').boundingBox();
  await bare.close();
  const watch = `window.shifts = []; new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ sources }) => sources.map(({ node }) => node?.nodeName ?? 'gone').join()))).observe({ type: 'layout-shift', buffered: true });`;
  const visitor = await browser.visit(url, { initScript: watch });
  await until(async () => (await visitor.page.textContent('output')) === 'lobby', 'the lobby', PATIENCE_MS);
  assert.deepEqual(await boxOf(visitor.page), before);
  assert.deepEqual(await visitor.page.evaluate(() => window.shifts), []);
  await visitor.close();
}
