import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { until } from '../e2e/stage.mjs';
import { FrameStage, isIn, LIMIT_MS, newRoom, stateOf } from './frame-stage.mjs';

const HOST_SCRIPT_BYTES = 3_000;

describe('a call in a frame of another origin', () => {
  let frames;
  before(async () => {
    frames = await FrameStage.open();
  });
  after(() => frames?.close());

  it(`has a host script of at most ${HOST_SCRIPT_BYTES} bytes gzip`, () => {
    const bytes = gzipSync(readFileSync(fromRoot('dist/embed/host.js')), { level: 9 }).length;
    assert.ok(bytes <= HOST_SCRIPT_BYTES, `${bytes} bytes`);
  });

  it('mirrors attributes, methods, state and events', async () => {
    const room = newRoom();
    const record = `window.events = []; for (const name of ['nex-call-joined', 'nex-participant-joined', 'nex-participant-changed', 'nex-stream-added', 'nex-message-received', 'nex-call-left'])
      addEventListener(name, ({ detail, target }) => events.push([name, JSON.parse(JSON.stringify(detail)), target.localName]), true);`;
    const html = frames.tag(`room="${room}" name="Ada" secret="not to be seen" theme="dark"`, '--nex-color-accent:rgb(1, 2, 3)');
    const ada = await frames.show(html, record);
    const bo = await frames.show(html.replace('Ada', 'Bo'), record);
    for (const visitor of [ada, bo]) await isIn(visitor, 'lobby');
    const inside = await frames.inside(ada).evaluate(() => {
      const call = document.querySelector('nex-call');
      return [call.theme, call.name, call.lang, call.style.getPropertyValue('--nex-color-accent')];
    });
    assert.deepEqual(inside, ['dark', 'Ada', 'de', 'rgb(1, 2, 3)']);
    for (const visitor of [ada, bo]) await visitor.page.evaluate(() => document.querySelector('nex-call-frame').join());
    for (const visitor of [ada, bo]) await isIn(visitor, 'connected', 1);
    assert.doesNotMatch(JSON.stringify(await stateOf(ada)), /not to be seen/);

    await ada.page.evaluate(() => document.querySelector('nex-call-frame').call.setCamera(false));
    await until(async () => (await stateOf(bo)).participants[0].camera === 'off', 'the camera is off there too', LIMIT_MS);
    await ada.page.evaluate(() => document.querySelector('nex-call-frame').call.send('Good morning'));
    await until(async () => JSON.stringify(await bo.page.evaluate('events')).includes('Good morning'), 'the message', LIMIT_MS);
    await ada.page.evaluate(() => {
      document.querySelector('nex-call-frame').name = 'Ada L.';
    });
    await until(async () => (await stateOf(bo)).participants[0].name === 'Ada L.', 'the new name', LIMIT_MS);
    const failed = await ada.page.evaluate(() =>
      document
        .querySelector('nex-call-frame')
        .call.setVolume('nobody', 1)
        .catch(({ code, name, retryable, fatal }) => ({ code, name, retryable, fatal })),
    );
    assert.deepEqual(failed, { code: 'call/invalid-state', name: 'NexError', retryable: false, fatal: false });
    const report = await ada.page.evaluate(() => document.querySelector('nex-call-frame').call.diagnostics());
    assert.equal(typeof report, 'object');

    await ada.page.evaluate(() => document.querySelector('nex-call-frame').leave());
    await isIn(ada, 'ended');
    const events = await ada.page.evaluate('events');
    assert.deepEqual(
      ['nex-call-joined', 'nex-participant-joined', 'nex-call-left'].filter((name) => !events.some(([other]) => other === name)),
      [],
    );
    assert.deepEqual(
      events.find(([name]) => name === 'nex-call-left'),
      ['nex-call-left', { reason: 'left' }, 'nex-call-frame'],
    );
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
    const visitor = await frames.show(
      frames.tag(`room="${newRoom()}" name="Ada"`),
      `window.isAllowed = false; window.asked = 0; customElements.whenDefined('nex-call-frame').then(() =>
        document.querySelector('nex-call-frame').addEventListener('nex-before-join', (event) => { asked += 1; if (!isAllowed) event.preventDefault(); }));`,
    );
    await isIn(visitor, 'lobby');
    const code = await visitor.page.evaluate(() =>
      document
        .querySelector('nex-call-frame')
        .join()
        .catch((error) => error.code),
    );
    assert.equal(code, 'call/aborted');
    const clickJoin = () => frames.inside(visitor).locator('nex-lobby [part~="button-join"]').click({ timeout: LIMIT_MS });
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
    frames.body = frames.tag(`room="${room}" secret="s3cret"`);
    const visitor = await frames.visit('about:blank');
    visitor.page.on('request', (request) => addresses.push(request.url()));
    await visitor.page.goto(frames.host);
    await isIn(visitor, 'lobby');
    assert.deepEqual(
      addresses.filter((address) => /frame-|s3cret/.test(address)),
      [],
    );
    assert.equal(await frames.inside(visitor).evaluate(() => location.hash), '');
    assert.match(await frames.inside(visitor).evaluate(() => document.querySelector('nex-call').hide), /invite/);
    await visitor.page.evaluate((embedUrl) => {
      const frame = document.querySelector('nex-call-frame');
      frame.server = null;
      frame.src = `${embedUrl}?`;
    }, frames.embedUrl);
    await until(
      () =>
        frames
          .inside(visitor)
          ?.evaluate(() => location.hash !== '')
          .catch(() => false),
      'the link',
      LIMIT_MS,
    );
    assert.equal(await frames.inside(visitor).evaluate(() => location.search + location.hash), `#room=${room}&k=s3cret`);
    await visitor.close();
  });

  it('leads guests into the room that the page around it has chosen since, or nowhere', async () => {
    const [first, second] = [newRoom(), newRoom()];
    const visitor = await frames.show(frames.tag(`room="${first}"`).replace(/ server="[^"]*"/, ''));
    await isIn(visitor, 'lobby');
    const seen = () =>
      frames.inside(visitor).evaluate(() => {
        const { room, hide, server } = document.querySelector('nex-call');
        return { room, hide: hide ?? '', server, link: location.hash, title: document.title };
      });
    const set = (values) => visitor.page.evaluate((given) => void Object.assign(document.querySelector('nex-call-frame'), given), values);
    const becomes = (expected) =>
      until(async () => JSON.stringify(await seen()) === JSON.stringify(expected), JSON.stringify(expected), LIMIT_MS);
    assert.equal((await seen()).link, `#room=${first}`);
    await set({ room: second, secret: 's3cret' });
    await becomes({ room: second, hide: '', server: null, link: `#room=${second}&k=s3cret`, title: second });
    await set({ server: frames.stage.server.signalUrl });
    await becomes({ room: second, hide: 'invite', server: frames.stage.server.signalUrl, link: '', title: second });
    await set({ hide: 'chat' });
    await becomes({ room: second, hide: 'chat invite', server: frames.stage.server.signalUrl, link: '', title: second });
    // What the owner of the page in the frame has set is there again.
    await frames.inside(visitor).evaluate(() => {
      document.querySelector('meta[name="nexrtc-server"]').content = 'https://owner.example/';
    });
    await set({ server: null });
    await becomes({ room: second, hide: 'chat', server: 'https://owner.example/', link: `#room=${second}&k=s3cret`, title: second });
    await visitor.close();
  });

  it('takes what was set before its script came', async () => {
    const room = newRoom();
    const early = `document.addEventListener('DOMContentLoaded', () =>
      Object.assign(document.querySelector('nex-call-frame'), { room: '${room}', maxParticipants: 2, cameraOff: true }));`;
    const visitor = await frames.show(frames.tag('').replace('type="module"', 'type="module" async'), '');
    await visitor.page.route(`${frames.embedUrl}host.js`, async (route) => {
      await visitor.page.waitForFunction(() => document.querySelector('nex-call-frame')?.room !== undefined);
      await route.continue();
    });
    await visitor.page.addInitScript(early);
    await visitor.page.reload();
    await isIn(visitor, 'lobby');
    const inside = await frames.inside(visitor).evaluate(() => {
      const call = document.querySelector('nex-call');
      return [call.room, call.maxParticipants, call.cameraOff];
    });
    assert.deepEqual(inside, [room, 2, true]);
    await visitor.close();
  });

  it('lets nobody wait for a page that has refused', async () => {
    const refuse = `<script>if (parent === window) document.write('<nex-call-frame src="/refuses" room="a"></nex-call-frame>');
      else addEventListener('message', ({ ports }) => ports[0].postMessage({ type: 'refused', reason: 'version' }));</script>
      <script type="module" src="${frames.embedUrl}host.js"></script>`;
    const visitor = await frames.show(
      refuse,
      `addEventListener('nex-error', ({ detail }) => { window.failedWith = detail.error.code; }, true);`,
    );
    await visitor.page.waitForFunction(() => globalThis.failedWith !== undefined);
    const codes = await visitor.page.evaluate(async () => {
      const frame = document.querySelector('nex-call-frame');
      const late = new Promise((resolve) => setTimeout(resolve, 5_000, 'nothing'));
      const codeOf = (promise) => Promise.race([promise.catch(({ code }) => code), late]);
      return [globalThis.failedWith, await codeOf(frame.join()), await codeOf(frame.call.diagnostics())];
    });
    assert.deepEqual(codes, ['config/invalid', 'config/invalid', 'config/invalid']);
    await visitor.close();
  });

  it('ends what waits when it is removed', async () => {
    const visitor = await frames.show(frames.tag(`room="${newRoom()}"`));
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
    const visitor = await frames.visit(
      `${frames.embedUrl}#room=${room}&k=AAAAAAAAAAAAAAAAAAAAAA&theme=light&muted&autojoin&server=https://evil.example/&ice-servers=[]&debug&onclick=x`,
    );
    await until(async () => (await visitor.state().catch(() => null))?.status === 'lobby', 'the lobby', LIMIT_MS);
    assert.deepEqual(await visitor.page.evaluate(() => [document.title, document.documentElement.lang === navigator.language]), [
      room,
      true,
    ]);
    const names = await visitor.page.evaluate(() => [...document.querySelector('nex-call').attributes].map(({ name }) => name).sort());
    assert.deepEqual(
      names.filter((name) => name !== 'lang' && name !== 'controls'),
      ['muted', 'room', 'secret', 'theme'],
    );
    assert.deepEqual(visitor.pageErrors, []);
    await visitor.close();
  });

  it('says so when the call itself does not load, and asks for it again', async () => {
    for (const failures of [1, Infinity]) {
      let count = 0;
      const visitor = await frames.visit('about:blank');
      await visitor.page.route('**/cdn/nexrtc.js', (route) => ((count += 1) <= failures ? route.abort() : route.continue()));
      await visitor.page.goto(`${frames.embedUrl}#room=${newRoom()}`);
      if (failures === 1) await until(async () => (await visitor.state().catch(() => null))?.status === 'lobby', 'the lobby', LIMIT_MS);
      else await visitor.page.getByRole('alert').getByText('could not be loaded').waitFor();
      await visitor.close();
    }
  });

  for (const name of ['index', 'support-widget'])
    it(`works as the demo's page "${name}"`, async () => {
      const visitor = await frames.visit(`${frames.url}/demo/embed/${name}.html`);
      if (name === 'support-widget') {
        assert.equal(visitor.page.frames().length, 1, 'nothing before it is asked for');
        await visitor.page.click('button.ask');
      }
      await isIn(visitor, 'lobby');
      assert.deepEqual(visitor.pageErrors, []);
      await visitor.close();
    });

  it('answers oEmbed with a frame that opens the room', async () => {
    const page = await fetch(`${frames.url}/r/team%20%22%3E%3Cscript%3E`);
    const link = /<([^>]+)>; rel="alternate"; type="application\/json\+oembed"/.exec(page.headers.get('link'))?.[1];
    const response = await fetch(new URL(`${link}&maxwidth=500`, frames.url));
    const { version, type, width, height, html } = await response.json();
    assert.deepEqual([version, type, width, height], ['1.0', 'rich', 500, 600]);
    assert.doesNotMatch(html, /<script/);
    const visitor = await frames.show(html);
    const frame = frames.inside(visitor);
    await until(
      () => frame.evaluate(() => document.querySelector('nex-call')?.call?.state.room === 'team "><script>').catch(() => false),
      'the room',
      LIMIT_MS,
    );
    await visitor.close();
    const ask = async (query) => (await fetch(`${frames.url}/oembed?${query}`)).status;
    assert.equal(await ask(`url=${encodeURIComponent('https://elsewhere.example/r/team')}`), 404);
    assert.equal(await ask(`url=${encodeURIComponent(`${frames.url}/r/team#k=secret`)}`), 404);
    assert.equal(await ask('url=a&url=b'), 404);
    assert.equal(await ask(''), 404);
    assert.equal(await ask(`format=xml&url=${encodeURIComponent(`${frames.url}/r/team`)}`), 501);
    const answer = await new Promise((resolve, reject) => {
      get(`${frames.url}/oembed?url=a`, { headers: { host: 'no host' } }, resolve).on('error', reject);
    });
    answer.resume();
    assert.equal(answer.statusCode, 400);
  });
});
