import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newRoom } from './lab/scene.mjs';
import { openScriptStage } from './lab/script-stage.mjs';
import { until } from './stage.mjs';

const LIMIT_MS = 20_000;

describe('several calls, and several copies of the script, on one page', () => {
  let stage;
  let scripts;
  let site;
  let browser;
  before(async () => {
    ({ stage, scripts, site, browser } = await openScriptStage());
  });
  after(() => stage.close());

  const script = (address) => `<script type="module" src="${scripts.url}/${address}"></script>`;
  const tag = (attributes, name = 'nex-call') =>
    `<${name} server="${stage.server.signalUrl}" ${attributes} style="block-size: 320px"></${name}>`;
  const visit = async (parts) => {
    const visitor = await browser.visit('about:blank');
    visitor.logged = [];
    visitor.page.on('console', (message) => visitor.logged.push([message.type(), message.text()]));
    await visitor.page.goto(site.page(parts));
    return visitor;
  };
  /** Joins the call of that selector. */
  const join = (visitor, selector) =>
    visitor.page.evaluate(async (asked) => {
      const element = document.querySelector(asked);
      await customElements.whenDefined(element.localName);
      await element.join();
    }, selector);
  const others = (visitor, selector) =>
    visitor.page.evaluate(
      (asked) => document.querySelector(asked).call.state.participants.map(({ name, connection }) => `${name} ${connection}`),
      selector,
    );
  const meets = (visitor, selector, name) =>
    until(async () => (await others(visitor, selector)).join() === `${name} connected`, `${selector} with ${name}`, LIMIT_MS);
  /** In the tags below that selector, through shadow roots. */
  const tagsIn = (visitor, selector) =>
    visitor.page.evaluate((asked) => {
      const found = new Set();
      const walk = (root) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.localName.includes('-')) found.add(element.localName);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document.querySelector(asked).shadowRoot);
      return [...found].sort();
    }, selector);

  it('keeps two calls apart: rooms, panels, keys and what stands outside of them', async () => {
    const [one, two] = [newRoom(), newRoom()];
    const body = tag(`id="one" room="${one}" name="Ana"`) + tag(`id="two" room="${two}" name="Ana"`);
    const ana = await visit({
      head: script('a/nexrtc.js'),
      body: `${body}<nex-participants for="two"></nex-participants><nex-chat for="one"></nex-chat>`,
    });
    const [ben, cem] = await Promise.all(
      [
        [one, 'Ben'],
        [two, 'Cem'],
      ].map(([room, name]) => visit({ head: script('a/nexrtc.js'), body: tag(`room="${room}" name="${name}"`) })),
    );
    await Promise.all([join(ana, '#one'), join(ana, '#two'), join(ben, 'nex-call'), join(cem, 'nex-call')]);
    await Promise.all([meets(ana, '#one', 'Ben'), meets(ana, '#two', 'Cem'), meets(ben, 'nex-call', 'Ana'), meets(cem, 'nex-call', 'Ana')]);

    // Sound of both arrives.
    await ana.page.evaluate(async () => {
      const heard = ['one', 'two'].map((id) => {
        const { call } = document.querySelector(`#${id}`);
        return new Promise((resolve) => call.onAudioLevel(call.state.participants[0].id, (level) => level > 0.01 && resolve()));
      });
      await Promise.all(heard);
    });

    // A key goes to the call that has the focus.
    const microphones = () => ana.page.evaluate(() => ['one', 'two'].map((id) => document.querySelector(`#${id}`).call.state.microphone));
    await ana.page.locator('#two').getByRole('toolbar').getByRole('button').first().focus();
    await ana.page.keyboard.press('m');
    await until(async () => (await microphones())[1] === 'off', 'the second microphone off', LIMIT_MS);
    assert.deepEqual(await microphones(), ['on', 'off']);
    await ana.page.keyboard.press('p');
    const panels = () =>
      ana.page.evaluate(() =>
        ['one', 'two'].map((id) => document.querySelector(`#${id}`).shadowRoot.querySelector('[part~="panel"]') !== null),
      );
    const words = (selector) => ana.page.evaluate((asked) => document.querySelector(asked).shadowRoot.textContent, selector);
    // What stands outside shows the people of its own call.
    await until(async () => (await words('nex-participants')).includes('Cem'), 'the people of the second', LIMIT_MS);
    assert.ok(!(await words('nex-participants')).includes('Ben'));
    await ana.page.locator('#one').getByRole('toolbar').getByRole('button').first().focus();
    await ana.page.keyboard.press('p');
    await until(async () => (await panels())[0], 'the panel of the first', LIMIT_MS);
    assert.deepEqual(await panels(), [true, false]);
    await ben.do('send', 'to the first');
    await until(async () => (await words('nex-chat')).includes('to the first'), 'the message', LIMIT_MS);
    assert.deepEqual(await ana.page.evaluate(() => document.querySelector('#two').call.state.messages.length), 0);
    await ana.page.evaluate(() => document.querySelector('#one').leave());
    assert.deepEqual(await others(ana, '#two'), ['Cem connected']);
    for (const visitor of [ana, ben, cem]) assert.deepEqual(visitor.pageErrors, []);
    await Promise.all([ana, ben, cem].map((visitor) => visitor.close()));
  });

  it('leaves the first of two copies in place, and says so once', async () => {
    const visitor = await visit({
      head: script('one/nexrtc.js') + script('two/nexrtc.js') + script('one/nexrtc.js?again') + script('three/nexrtc.js'),
      body: tag(`room="${newRoom()}"`),
    });
    const warnings = () => visitor.logged.filter(([type, text]) => type === 'warning' && text.includes('[nexrtc:page]'));
    await until(() => warnings().length === 2, 'a word of each that does nothing', LIMIT_MS);
    await visitor.join();
    // Whichever was first, its parts alone are loaded further.
    const folders = new Set(
      scripts.requests.filter((path) => /\/(?:one|two|three)\/chunks\/(?!all-)/.test(path)).map((path) => path.split('/')[1]),
    );
    assert.equal(folders.size, 1);
    assert.equal(warnings().length, 2);
    assert.deepEqual(visitor.pageErrors, []);
    await visitor.close();
  });

  it('gives two copies a prefix each, and both hold calls at the same time', async () => {
    const room = newRoom();
    const ana = await visit({
      head: script('v1/nexrtc.js') + `<script src="${scripts.url}/v2/nexrtc.classic.js" data-prefix="acme" defer></script>`,
      body:
        tag(`id="one" room="${room}" name="Ana"`) +
        tag(`id="two" room="${room}" name="Ben"`, 'acme-call') +
        '<acme-chat for="two"></acme-chat>',
    });
    await Promise.all([join(ana, '#one'), join(ana, '#two')]);
    await Promise.all([meets(ana, '#one', 'Ben'), meets(ana, '#two', 'Ana')]);
    const names = async () => Promise.all(['#one', '#two'].map((selector) => tagsIn(ana, selector)));
    await ana.page.locator('#two').getByRole('toolbar').getByRole('button').first().focus();
    await ana.page.keyboard.press('p');
    await until(async () => (await names())[1].includes('acme-participants'), 'the panel', LIMIT_MS);
    await until(async () => (await names()).every((tags) => tags.some((name) => name.endsWith('-quality'))), 'the indicators', LIMIT_MS);
    const [one, two] = await names();
    assert.ok(
      one.every((name) => name.startsWith('nex-')),
      one.join(),
    );
    assert.ok(
      two.every((name) => name.startsWith('acme-')),
      two.join(),
    );
    assert.ok(two.includes('acme-video-tile') && two.includes('acme-controls') && two.includes('acme-status'));
    // Styles that name a tag hold for it.
    const isOver = await ana.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('#two');
      return [
        getComputedStyle(shadowRoot.querySelector('acme-video-grid')).flexGrow,
        getComputedStyle(document.querySelector('#one').shadowRoot.querySelector('nex-video-grid')).flexGrow,
      ];
    });
    assert.equal(isOver[0], isOver[1]);
    const boxes = await ana.page.evaluate(() =>
      ['one', 'two'].map((id) => {
        const grid = document.querySelector(`#${id}`).shadowRoot.querySelector('[exportparts^="grid"]');
        return [...grid.shadowRoot.querySelectorAll('[data-key]')].map((tile) => getComputedStyle(tile).position).join();
      }),
    );
    assert.equal(boxes[0], boxes[1]);
    assert.match(boxes[0], /absolute/);
    await ana.page.evaluate(() => document.querySelector('#one').call.send('to Ben'));
    await until(
      () => ana.page.evaluate(() => document.querySelector('acme-chat').shadowRoot?.textContent.includes('to Ben')),
      'the message',
      LIMIT_MS,
    );
    assert.deepEqual(ana.pageErrors, []);
    assert.deepEqual(
      ana.logged.filter(([, text]) => text.includes('[nexrtc')),
      [],
    );
    await ana.close();
  });

  it('says which prefix cannot be used, and goes on without', async () => {
    const visitor = await visit({ head: script('a/nexrtc.js?prefix=Acme_1'), body: tag(`room="${newRoom()}"`) });
    await visitor.join();
    const errors = visitor.logged.filter(([type]) => type === 'error');
    assert.equal(errors.length, 1);
    for (const part of ['config/invalid', 'prefix', 'Acme_1']) assert.ok(errors[0][1].includes(part), errors[0][1]);
    assert.deepEqual(visitor.pageErrors, []);
    await visitor.close();
  });
});
