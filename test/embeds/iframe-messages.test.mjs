import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/stage.mjs';
import { FrameStage, isIn, LIMIT_MS, newRoom, stateOf } from './frame-stage.mjs';

describe('messages to a call in a frame', () => {
  let frames;
  before(async () => {
    frames = await FrameStage.open();
  });
  after(() => frames?.close());

  it('takes orders from the named origin alone', async () => {
    // A site that shows the page in a frame, names another origin than its own, and tries all that it can.
    const hello = (room) => ({ nexrtc: 1, type: 'hello', attributes: { room, autojoin: '' }, tokens: {}, asks: [] });
    const attack = `addEventListener('load', () => { const { contentWindow } = document.querySelector('iframe');
      for (const data of ${JSON.stringify([hello('stolen'), { ...hello('stolen'), nexrtc: 2 }, { type: 'do', id: 1, method: 'join', values: [] }])})
        contentWindow.postMessage(data, '*', [new MessageChannel().port2]); });`;
    const named = encodeURIComponent(frames.third);
    const visitor = await frames.show(`<iframe allow="camera; microphone" src="${frames.embedUrl}?origin=${named}"></iframe>`, attack);
    await visitor.page.waitForTimeout(2_000);
    assert.equal(await frames.inside(visitor).evaluate(() => document.querySelector('nex-call')), null);
    await visitor.close();
  });

  it('listens to no site that is not on the list of the embed page', async () => {
    const origins = [frames.third, frames.host];
    const answers = [];
    for (const listed of origins) {
      frames.body = frames.tag(`room="${newRoom()}"`);
      const visitor = await frames.visit('about:blank');
      await visitor.page.route(`${frames.embedUrl}?*`, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace('name="nexrtc-origins" content=""', `name="nexrtc-origins" content="${listed}"`);
        await route.fulfill({ response, body });
      });
      await visitor.page.goto(frames.host);
      if (listed === frames.host) await isIn(visitor, 'lobby');
      else await visitor.page.waitForTimeout(3_000);
      answers.push((await stateOf(visitor))?.status ?? null);
      await visitor.close();
    }
    assert.deepEqual(answers, [null, 'lobby']);
  });

  it('hears nobody but the page around it, not even while a call is there', async () => {
    const visitor = await frames.show(frames.tag(`room="${newRoom()}"`) + `<iframe id="third" src="${frames.third}"></iframe>`);
    await isIn(visitor, 'lobby');
    const other = visitor.page.frames().find((frame) => frame.url().startsWith(frames.third));
    await other.evaluate(() => {
      const messages = [
        { nexrtc: 1, type: 'hello', attributes: { room: 'stolen' }, tokens: {}, asks: [] },
        { type: 'set', attributes: { room: 'stolen' } },
        { type: 'do', id: 1, method: 'join', values: [] },
        { type: 'event', name: 'nex-call-joined', detail: {} },
        { type: 'state', state: { status: 'stolen' } },
      ];
      for (const target of [parent, parent.frames[0]])
        for (const message of messages) target.postMessage(message, '*', [new MessageChannel().port2]);
    });
    await visitor.page.waitForTimeout(1_000);
    assert.equal((await stateOf(visitor)).status, 'lobby');
    assert.notEqual(await frames.inside(visitor).evaluate(() => document.querySelector('nex-call').room), 'stolen');
    await visitor.close();
  });

  it('drops what is not as it should be from the page around it, too', async () => {
    const room = newRoom();
    const visitor = await frames.show(
      '',
      `window.start = (hello) => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel(); window.port = port1; window.heard = [];
      port1.onmessage = ({ data }) => { heard.push(data); resolve(data); };
      document.querySelector('iframe').contentWindow.postMessage(hello, '${frames.url}', [port2]); });`,
    );
    await visitor.page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const frame = Object.assign(document.createElement('iframe'), {
            src: `${src}?origin=${encodeURIComponent(location.origin)}`,
            onload: resolve,
          });
          document.body.append(frame);
        }),
      frames.embedUrl,
    );
    const attributes = { room, onclick: 'window.hacked=1', style: 'display:none', theme: ['dark'], hide: 'x'.repeat(9000) };
    const tokens = { '--nex-color-accent': 'url(https://evil.example/)', '--nex-radius': '4px', color: 'red' };
    const refused = await visitor.page.evaluate((hello) => globalThis.start(hello), {
      nexrtc: 2,
      type: 'hello',
      attributes,
      tokens,
      asks: [],
    });
    assert.deepEqual(refused, { type: 'refused', reason: 'version' });
    const ready = await visitor.page.evaluate((hello) => globalThis.start(hello), {
      nexrtc: 1,
      type: 'hello',
      attributes,
      tokens,
      asks: [],
    });
    assert.deepEqual(ready, { type: 'ready' });
    const tagInside = await frames.inside(visitor).evaluate(() => document.querySelector('nex-call').outerHTML.replace(/<\/.*/, ''));
    assert.doesNotMatch(tagInside, /onclick|evil|display|xxx|red/);
    assert.match(tagInside, /--nex-radius: 4px/);
    await visitor.page.evaluate(() => {
      const wrong = ['close', 'constructor', '__proto__', 'getStats', 'setReceiveWish'].map((method, id) => ({
        type: 'do',
        id,
        method,
        values: [],
      }));
      const odd = [
        null,
        1,
        'do',
        { type: 'do' },
        { type: 'set', attributes: [['onclick', 'x']] },
        { type: 'do', id: 9, method: 'send', values: [1n] },
      ];
      for (const message of [...wrong, ...odd, { type: 'do', id: 7, method: 'send', values: ['x'.repeat(20_000)] }])
        globalThis.port.postMessage(message);
      globalThis.port.postMessage({ type: 'do', id: 8, method: 'markRead', values: [] });
    });
    await until(
      async () => (await visitor.page.evaluate('heard')).some(({ id }) => id === 8),
      'the answer to the one that counts',
      LIMIT_MS,
    );
    const ids = (await visitor.page.evaluate('heard')).filter(({ type }) => type === 'done' || type === 'failed').map(({ id }) => id);
    assert.deepEqual(ids, [8]);
    assert.deepEqual(visitor.pageErrors, []);
    await visitor.close();
  });
});
