import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import express from 'express';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { allConnected, Stage, until } from './stage.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
/** How many may meet in each by its address alone; a support call has a room of its own for each visitor. */
const RECIPES = { classroom: 2, consultation: 2, stage: 2, 'support-widget': 1 };

describe('the recipes, as a site would serve them', () => {
  let stage;
  let browser;
  let host;
  before(async () => {
    stage = await Stage.open();
    browser = await stage.browser();
    const site = express();
    site.get('/:name.html', (request, response) => {
      const page = readFileSync(fromRoot(`demo/recipes/${request.params.name}.html`), 'utf8');
      response.type('html').send(page.replace('server="/signal"', `server="${stage.server.signalUrl}"`));
    });
    site.use(express.static(fromRoot('dist/cdn')));
    await new Promise((resolve) => {
      host = site.listen(0, '127.0.0.1', resolve);
    });
  });
  after(async () => {
    host?.closeAllConnections();
    host?.close();
    await stage.close();
  });

  /** What axe finds on the page as it is now, at each size. */
  async function faults({ page }) {
    const found = [];
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.waitForTimeout(300);
      const violations = await page.evaluate(async () =>
        (await globalThis.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
      );
      found.push(...violations.map((violation) => `${size.width}px: ${violation}`));
    }
    await page.setViewportSize(SIZES[0]);
    return found;
  }

  for (const [name, people] of Object.entries(RECIPES))
    it(`${name}: opens a call, on a phone too, and axe finds no fault before, in and after it`, async () => {
      const url = `http://localhost:${host.address().port}/${name}.html#k=AAAAAAAAAAAAAAAAAAAAAA`;
      const visitors = [];
      for (let count = 0; count < people; count += 1) visitors.push(await browser.visit(url, { initScript: AXE }));
      const [first] = visitors;
      await first.page.evaluate(() => customElements.whenDefined('nex-call'));
      if (name === 'support-widget') await first.page.click('button.ask');
      await until(async () => (await first.state()).status === 'lobby', 'the lobby');
      assert.deepEqual(await faults(first), []);
      for (const visitor of visitors) await visitor.join();
      await allConnected(visitors);
      await until(() => first.page.locator('nex-controls').first().isVisible(), 'the toolbar');
      const box = await first.page.locator('nex-video-grid').first().boundingBox();
      assert.ok(box.width > 200 && box.height > 100, JSON.stringify(box));
      assert.deepEqual(await faults(first), []);
      await first.leave();
      assert.deepEqual(await faults(first), []);
      if (name === 'consultation') {
        await first.page.getByText('Go back into the room').click();
        await allConnected(visitors);
        assert.equal(first.page.url(), url, 'the key is still there');
      }
      for (const visitor of visitors) assert.deepEqual(visitor.pageErrors, []);
      await Promise.all(visitors.map((visitor) => visitor.close()));
    });
});
