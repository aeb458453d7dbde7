import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fromRoot } from '../../scripts/from-root.mjs';
import { Stage, until } from '../e2e/stage.mjs';

const LIMIT_MS = 60_000;
const HOST_SCRIPT_BYTES = 3_000;
let lastRoom = 0;
const newRoom = () => `frame-${process.pid}-${(lastRoom += 1)}`;

describe('a call in a frame of another origin', () => {
  let stage;
  let browser;
  const sites = [];
  let body = '';
  let host;
  let third;
  before(async () => {
    stage = await Stage.open();
    browser = await stage.browser();
    // Two sites more, each an origin of its own.
    for (let count = 0; count < 2; count += 1) {
      const site = createHttpServer((_request, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(`<!doctype html><html lang="de"><meta charset="utf-8"><title>Host</title><body>${body}</body></html>`);
      });
      await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
      sites.push(site);
    }
    [host, third] = sites.map((site) => `http://localhost:${site.address().port}`);
  });
  after(async () => {
    for (const site of sites) {
      site.closeAllConnections();
      site.close();
    }
    await stage?.close();
  });

  const embed = () => `${stage.server.url}/embed/`;
  const tag = (attributes) =>
    `<script type="module" src="${embed()}host.js"></script>` +
    `<nex-call-frame style="height:400px" server="${stage.server.signalUrl}" ${attributes}></nex-call-frame>`;
  async function show(html, script = '') {
    body = html;
    const visitor = await browser.visit('about:blank');
    if (script) await visitor.page.addInitScript(script);
    await visitor.page.goto(host);
    return visitor;
  }
  const stateOf = ({ page }) => page.evaluate(() => document.querySelector('nex-call-frame').state);
  const isIn = (visitor, status, others = 0) =>
    until(
      async () => {
        const state = await stateOf(visitor).catch(() => null);
        return state?.status === status && state.participants.filter(({ connection }) => connection === 'connected').length === others;
      },
      `${status} with ${others}`,
      LIMIT_MS,
    );
  const inFrame = (visitor) => visitor.page.frames().find((frame) => frame.url().startsWith(stage.server.url));
  const answer = (visitor, code) => visitor.page.evaluate(code);

  it(`has a host script of at most ${HOST_SCRIPT_BYTES} bytes gzip`, () => {
    const bytes = gzipSync(readFileSync(fromRoot('dist/embed/host.js')), { level: 9 }).length;
    assert.ok(bytes <= HOST_SCRIPT_BYTES, `${bytes} bytes`);
  });

  it('mirrors attributes, methods, state and events', async () => {
    const room = newRoom();
    const record = `window.events = []; for (const name of ['nex-call-joined', 'nex-participant-joined', 'nex-participant-changed', 'nex-stream-added', 'nex-message-received', 'nex-call-left'])
      addEventListener(name, ({ detail, target }) => events.push([name, JSON.parse(JSON.stringify(detail)), target.localName]), true);`;
    const html = tag(`room="${room}" name="Ada" secret="not to be seen" theme="dark" style="height:400px;--nex-color-accent:rgb(1, 2, 3)"`);
    const ada = await show(html, record);
    const bo = await show(html.replace('Ada', 'Bo'), record);
    for (const visitor of [ada, bo]) await isIn(visitor, 'lobby');
    const inside = await inFrame(ada).evaluate(() => {
      const call = document.querySelector('nex-call');
      return [call.theme, call.name, call.lang, call.style.getPropertyValue('--nex-color-accent')];
    });
    assert.deepEqual(inside, ['dark', 'Ada', 'de', 'rgb(1, 2, 3)']);
    for (const visitor of [ada, bo]) await answer(visitor, () => document.querySelector('nex-call-frame').join());
    for (const visitor of [ada, bo]) await isIn(visitor, 'connected', 1);
    assert.doesNotMatch(JSON.stringify(await stateOf(ada)), /not to be seen/);

    await answer(ada, () => document.querySelector('nex-call-frame').call.setCamera(false));
    await until(async () => (await stateOf(bo)).participants[0].camera === 'off', 'the camera is off there too', LIMIT_MS);
    await answer(ada, () => document.querySelector('nex-call-frame').call.send('Good morning'));
    await until(async () => JSON.stringify(await bo.page.evaluate('events')).includes('Good morning'), 'the message', LIMIT_MS);
    await answer(ada, () => {
      document.querySelector('nex-call-frame').name = 'Ada L.';
    });
    await until(async () => (await stateOf(bo)).participants[0].name === 'Ada L.', 'the new name', LIMIT_MS);
    const failed = await answer(ada, () =>
      document
        .querySelector('nex-call-frame')
        .call.setVolume('nobody', 1)
        .catch(({ code, name, retryable, fatal }) => ({ code, name, retryable, fatal })),
    );
    assert.deepEqual(failed, { code: 'call/invalid-state', name: 'NexError', retryable: false, fatal: false });
    const report = await answer(ada, () => document.querySelector('nex-call-frame').call.diagnostics());
    assert.equal(typeof report, 'object');

    await answer(ada, () => document.querySelector('nex-call-frame').leave());
    await isIn(ada, 'ended');
    const events = await ada.page.evaluate('events');
    assert.deepEqual(
      ['nex-call-joined', 'nex-participant-joined', 'nex-call-left'].filter((name) => !events.some(([other]) => other === name)),
      [],
    );
    assert.deepEqual(events.at(-1), ['nex-call-left', { reason: 'left' }, 'nex-call-frame']);
    assert.deepEqual(
      events
        .filter(([name]) => name === 'nex-stream-added')
        .map(([, detail]) => Object.keys(detail).sort().join())
        .filter((keys) => keys !== 'participantId,source'),
      [],
    );
    for (const visitor of [ada, bo]) assert.deepEqual(visitor.pageErrors, []);
    await Promise.all([ada.close(), bo.close()]);
  });

  it('puts the questions of before to the page around it, whoever began', async () => {
    const visitor = await show(
      tag(`room="${newRoom()}" name="Ada"`),
      `window.isAllowed = false; window.asked = 0; customElements.whenDefined('nex-call-frame').then(() =>
        document.querySelector('nex-call-frame').addEventListener('nex-before-join', (event) => { asked += 1; if (!isAllowed) event.preventDefault(); }));`,
    );
    await isIn(visitor, 'lobby');
    const code = await answer(visitor, () =>
      document
        .querySelector('nex-call-frame')
        .join()
        .catch((error) => error.code),
    );
    assert.equal(code, 'call/aborted');
    const clickJoin = () => inFrame(visitor).locator('nex-lobby [part~="button-join"]').click({ timeout: LIMIT_MS });
    await clickJoin();
    await until(async () => (await visitor.page.evaluate('asked')) === 2, 'it is asked', LIMIT_MS);
    assert.equal((await stateOf(visitor)).status, 'lobby');
    await visitor.page.evaluate('window.isAllowed = true');
    await clickJoin();
    await isIn(visitor, 'connected');
    assert.equal(await visitor.page.evaluate('asked'), 3);
    await visitor.close();
  });

  it('says nothing in an address, and has an invitation only where a link leads to the room', async () => {
    const room = newRoom();
    const addresses = [];
    body = tag(`room="${room}" secret="s3cret"`);
    const visitor = await browser.visit('about:blank');
    visitor.page.on('request', (request) => addresses.push(request.url()));
    await visitor.page.goto(host);
    await isIn(visitor, 'lobby');
    assert.deepEqual(
      addresses.filter((address) => /frame-|s3cret/.test(address)),
      [],
    );
    assert.equal(await inFrame(visitor).evaluate(() => location.hash), '');
    assert.match(await inFrame(visitor).evaluate(() => document.querySelector('nex-call').hide), /invite/);
    await answer(visitor, () => {
      const frame = document.querySelector('nex-call-frame');
      frame.server = null;
      frame.src = `${frame.src}?`;
    });
    await until(
      () =>
        inFrame(visitor)
          ?.evaluate(() => location.hash !== '')
          .catch(() => false),
      'the link',
      LIMIT_MS,
    );
    assert.equal(await inFrame(visitor).evaluate(() => location.search + location.hash), `#room=${room}&k=s3cret`);
    await visitor.close();
  });

  it('takes orders from the named origin alone', async () => {
    // A site that shows the page in a frame, names another origin than its own, and tries all that it can.
    const hello = (room) => ({ nexrtc: 1, type: 'hello', attributes: { room, autojoin: '' }, tokens: {}, asks: [] });
    const attack = `addEventListener('load', () => { const { contentWindow } = document.querySelector('iframe');
      for (const data of ${JSON.stringify([hello('stolen'), { ...hello('stolen'), nexrtc: 2 }, { type: 'do', id: 1, method: 'join', values: [] }])})
        contentWindow.postMessage(data, '*', [new MessageChannel().port2]); });`;
    const named = encodeURIComponent(third);
    const visitor = await show(`<iframe allow="camera; microphone" src="${embed()}?origin=${named}"></iframe>`, attack);
    await visitor.page.waitForTimeout(2_000);
    assert.equal(await inFrame(visitor).evaluate(() => document.querySelector('nex-call')), null);
    await visitor.close();
  });

  it('hears nobody but the page around it, not even while a call is there', async () => {
    const visitor = await show(tag(`room="${newRoom()}"`) + `<iframe id="third" src="${third}"></iframe>`);
    await isIn(visitor, 'lobby');
    const other = visitor.page.frames().find((frame) => frame.url().startsWith(third));
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
    assert.notEqual(await inFrame(visitor).evaluate(() => document.querySelector('nex-call').room), 'stolen');
    await visitor.close();
  });

  it('drops what is not as it should be from the page around it, too', async () => {
    const room = newRoom();
    const visitor = await show(
      '',
      `window.start = (hello) => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel(); window.port = port1; window.heard = [];
      port1.onmessage = ({ data }) => { heard.push(data); resolve(data); };
      document.querySelector('iframe').contentWindow.postMessage(hello, '${stage.server.url}', [port2]); });`,
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
      embed(),
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
    const tagInside = await inFrame(visitor).evaluate(() => document.querySelector('nex-call').outerHTML.replace(/<\/.*/, ''));
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

  it('tells the page around it when the frame does not answer, and ends what waits when it is removed', async () => {
    const visitor = await show(tag(`room="${newRoom()}"`));
    await isIn(visitor, 'lobby');
    const codes = await visitor.page.evaluate(async () => {
      const frame = document.querySelector('nex-call-frame');
      const waiting = frame.call.diagnostics().catch(({ code }) => code);
      frame.remove();
      return [await waiting, frame.state];
    });
    assert.deepEqual(codes, ['call/aborted', null]);
    await visitor.close();
  });

  it('is a page of its own by its link, which can start no camera and choose no server', async () => {
    const room = newRoom();
    const visitor = await browser.visit(
      `${embed()}#room=${room}&k=AAAAAAAAAAAAAAAAAAAAAA&theme=light&muted&autojoin&server=https://evil.example/&ice-servers=[]&debug&onclick=x`,
    );
    await until(async () => (await visitor.state().catch(() => null))?.status === 'lobby', 'the lobby', LIMIT_MS);
    const names = await visitor.page.evaluate(() => [...document.querySelector('nex-call').attributes].map(({ name }) => name).sort());
    assert.deepEqual(
      names.filter((name) => name !== 'lang' && name !== 'controls'),
      ['muted', 'room', 'secret', 'theme'],
    );
    assert.deepEqual(visitor.pageErrors, []);
    await visitor.close();
  });

  for (const name of ['index', 'support-widget'])
    it(`works as the demo's page "${name}"`, async () => {
      const visitor = await browser.visit(`${stage.server.url}/demo/embed/${name}.html`);
      if (name === 'support-widget') {
        assert.equal(visitor.page.frames().length, 1, 'nothing before it is asked for');
        await visitor.page.click('button.ask');
      }
      await isIn(visitor, 'lobby');
      assert.deepEqual(visitor.pageErrors, []);
      await visitor.close();
    });

  it('answers oEmbed with a frame that opens the room', async () => {
    const page = await fetch(`${stage.server.url}/r/team%20%22%3E%3Cscript%3E`);
    const link = /<([^>]+)>; rel="alternate"; type="application\/json\+oembed"/.exec(page.headers.get('link'))?.[1];
    const response = await fetch(new URL(`${link}&maxwidth=500`, stage.server.url));
    const { version, type, width, height, html } = await response.json();
    assert.deepEqual([version, type, width, height], ['1.0', 'rich', 500, 600]);
    assert.doesNotMatch(html, /<script/);
    const visitor = await show(html);
    const frame = inFrame(visitor);
    await until(
      () => frame.evaluate(() => document.querySelector('nex-call')?.call?.state.room === 'team "><script>').catch(() => false),
      'the room',
      LIMIT_MS,
    );
    await visitor.close();
    const ask = async (query) => (await fetch(`${stage.server.url}/oembed?${query}`)).status;
    assert.equal(await ask(`url=${encodeURIComponent('https://elsewhere.example/r/team')}`), 404);
    assert.equal(await ask(`url=${encodeURIComponent(`${stage.server.url}/r/team#k=secret`)}`), 404);
    assert.equal(await ask('url=a&url=b'), 404);
    assert.equal(await ask(''), 404);
    assert.equal(await ask(`format=xml&url=${encodeURIComponent(`${stage.server.url}/r/team`)}`), 501);
  });
});
