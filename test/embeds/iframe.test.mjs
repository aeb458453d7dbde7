import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fromRoot } from '../../scripts/from-root.mjs';
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

  it('tells the page around it when the frame does not answer, and ends what waits when it is removed', async () => {
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
  });
});
