import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allConnected, Stage, until } from './stage.mjs';

const FAKE_DEVICE = '--use-fake-device-for-media-stream';
const FAKE_CONSENT = '--use-fake-ui-for-media-stream';

/** The code of the last `nex-error`, told from before the element exists. */
const LISTEN = `window.codes = []; addEventListener('nex-error', ({ detail }) => window.codes.push(detail.error.code));`;

describe('what goes wrong is told on the page, and nothing is thrown into it', () => {
  let stage;
  let browser;
  before(async () => {
    stage = await Stage.open();
    browser = await stage.browser();
  });
  after(() => stage.close());

  const bad = [
    ['an empty room', { room: '' }, 'config/invalid'],
    ['an over-long room', { room: 'x'.repeat(129) }, 'config/invalid'],
    ['an unknown layout', { room: 'a', attributes: 'layout="circle"' }, 'config/invalid'],
    ['malformed ice-servers', { room: 'a', attributes: 'ice-servers="[{"' }, 'config/invalid'],
    ['a server that is no URL', { room: 'a', server: 'not a url' }, 'config/invalid'],
  ];
  for (const [what, page, code] of bad) {
    it(`says what is wrong with ${what}`, async () => {
      const visitor = await browser.visit(await stage.hostPage(page), { initScript: LISTEN });
      await until(async () => (await visitor.page.evaluate('window.codes')).includes(code), code, 8_000);
      assert.ok((await visitor.words()).length > 20, 'words on the page');
      assert.deepEqual(visitor.pageErrors, []);
      await visitor.close();
    });
  }

  it('says that the server cannot be reached, and offers to try again', async () => {
    const visitor = await browser.visit(await stage.hostPage({ room: 'a', server: 'http://localhost:9/signal' }), { initScript: LISTEN });
    await visitor.join().catch(() => undefined);
    const { status, error } = await visitor.state();
    assert.deepEqual([status, error], ['failed', 'signaling/unreachable']);
    assert.match(await visitor.words(), /try again/i);
    assert.deepEqual(visitor.pageErrors, []);
    await visitor.close();
  });

  it('says so where the browser has no WebRTC', async () => {
    const visitor = await browser.visit(await stage.hostPage({ room: 'a' }), { initScript: 'delete window.RTCPeerConnection;' });
    await visitor.join().catch(() => undefined);
    assert.equal((await visitor.state()).error, 'environment/webrtc-missing');
    assert.deepEqual(visitor.pageErrors, []);
    await visitor.close();
  });

  it('says so where the page is not secure', async () => {
    const insecure = await stage.browser({ flags: ['--host-resolver-rules=MAP insecure.test 127.0.0.1'] });
    const url = (await stage.hostPage({ room: 'a' })).replace('localhost', 'insecure.test');
    const visitor = await insecure.visit(url);
    await visitor.join().catch(() => undefined);
    assert.equal((await visitor.state()).error, 'environment/insecure-context');
    assert.deepEqual(visitor.pageErrors, []);
    await visitor.close();
  });

  const devices = [
    ['refused', { without: [FAKE_CONSENT], flags: [`${FAKE_CONSENT}=deny`] }],
    ['missing', { without: [FAKE_DEVICE] }],
  ];
  for (const [what, options] of devices) {
    it(`goes on without devices that are ${what}: others are met, and the visitor is told`, async () => {
      const url = await stage.hostPage({ room: `devices ${what}` });
      const deviceless = await stage.browser(options);
      const [ana, ben] = [await browser.visit(url), await deviceless.visit(url)];
      for (const visitor of [ana, ben]) await visitor.join();
      await allConnected([ana, ben]);
      await until(async () => (await ben.state()).camera === 'blocked', 'blocked', 5_000);
      assert.equal((await ben.state()).microphone, 'blocked');
      await until(async () => (await ana.state()).others[0]?.camera === 'off', 'seen without a camera', 5_000);
      assert.equal(await ben.heard(), 1);
      for (const visitor of [ana, ben]) assert.deepEqual(visitor.pageErrors, []);
      await Promise.all([ana, ben].map((visitor) => visitor.close()));
    });
  }

  it('leaves nothing behind after fifty joins and leaves', async () => {
    const COUNT = `
      window.open = new Set();
      const Native = RTCPeerConnection;
      window.RTCPeerConnection = class extends Native {
        constructor(...given) { super(...given); window.open.add(this); }
        close() { super.close(); window.open.delete(this); }
      };`;
    const url = await stage.hostPage({ room: 'fifty', attributes: 'no-video' });
    const ana = await browser.visit(url);
    await ana.join();
    const ben = await browser.visit(url, { initScript: COUNT });
    const session = await ben.page.context().newCDPSession(ben.page);
    const visit = async () => {
      await ben.join();
      await until(async () => (await ben.state()).others.some(({ connection }) => connection === 'connected'), 'connected');
      await ben.leave();
    };
    const counters = async () => {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      return session.send('Memory.getDOMCounters');
    };
    for (let round = 0; round < 10; round += 1) await visit();
    const before = await counters();
    for (let round = 0; round < 40; round += 1) await visit();
    const grown = await counters();
    assert.equal(await ben.page.evaluate('window.open.size'), 0);
    // A leak of one listener or node a visit would be 40; what the browser itself keeps for a while is less.
    assert.ok(grown.jsEventListeners - before.jsEventListeners < 20, `${before.jsEventListeners} → ${grown.jsEventListeners} listeners`);
    assert.ok(grown.nodes - before.nodes < 40, `${before.nodes} → ${grown.nodes} nodes`);
    console.log(`    nodes ${before.nodes} → ${grown.nodes}, listeners ${before.jsEventListeners} → ${grown.jsEventListeners}`);
    await Promise.all([ana, ben].map((visitor) => visitor.close()));
  });
});
