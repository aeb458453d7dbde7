import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Stage, until } from './stage.mjs';

/** How a page gives the call its room. */
const BOXES = {
  'with nothing said': '',
  'with a height': 'nex-call { height: 420px }',
  'with a shape': 'nex-call { aspect-ratio: 4 / 3 }',
  'in a cell of a grid': 'main { display: grid; grid-template: 300px / 1fr 2fr }',
};
const WORDS = 'Some words that a visitor reads. '.repeat(40);

describe('a page that has a call on it, before anybody joins', () => {
  let stage;
  let browser;
  let address;
  let body = '';
  before(async () => {
    stage = await Stage.open();
    const site = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(body);
    });
    stage.keep(site);
    await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
    address = `http://localhost:${site.address().port}/`;
    browser = await stage.browser();
  });
  after(() => stage.close());

  const visit = async (css) => {
    const { url } = stage.server;
    const visitor = await browser.visit('about:blank');
    const requests = [];
    const sockets = [];
    visitor.page.on('request', (request) => requests.push(new URL(request.url())));
    visitor.page.on('websocket', (socket) => sockets.push(socket.url()));
    await visitor.page.addInitScript(() => {
      globalThis.shift = 0;
      const add = (list) => list.getEntries().forEach(({ value }) => (globalThis.shift += value));
      new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
    });
    body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
      <link rel="stylesheet" href="${url}/themes/placeholder.css"><style>${css}</style>
      <p>${WORDS}</p><main><p>Beside it.</p><nex-call room="host-page"></nex-call></main><p>${WORDS}</p>
      <script type="module" src="${url}/nexrtc.js"></script>`;
    await visitor.page.goto(address);
    await until(async () => (await visitor.state().catch(() => null))?.status === 'lobby', 'the lobby');
    await visitor.page.waitForTimeout(1_500);
    return { visitor, requests: requests.filter(({ href }) => href !== address), sockets };
  };

  for (const [what, css] of Object.entries(BOXES))
    it(`moves nothing of the page, ${what}`, async () => {
      const { visitor } = await visit(css);
      assert.equal(await visitor.page.evaluate(() => globalThis.shift), 0);
      assert.deepEqual(visitor.pageErrors, []);
      await visitor.close();
    });

  it('asks for its own files, once each, and for nothing of anybody else', async () => {
    const { visitor, requests, sockets } = await visit('');
    const own = new URL(stage.server.url).host;
    assert.deepEqual(
      requests.filter(({ host, pathname }) => host !== own || !/^\/(?:nexrtc\.js|chunks\/.*\.js|themes\/placeholder\.css)$/.test(pathname)),
      [],
    );
    assert.equal(new Set(requests.map(String)).size, requests.length);
    assert.deepEqual(sockets, []);
    await visitor.close();
  });
});
