import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { HOSTILE_SCRIPT } from './host-page/hostile-script.mjs';
import { LEAK_WATCH } from './host-page/leak-watch.mjs';
import { newRoom } from './lab/scene.mjs';
import { allConnected, Stage, until } from './stage.mjs';

const LIMIT_MS = 20_000;
/** What Lit says of itself to other copies of Lit. */
const GLOBALS_OF_LIT = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];

describe('what a call leaves on the page', () => {
  let stage;
  let browser;
  before(async () => {
    stage = await Stage.open();
    browser = await stage.browser();
  });
  after(() => stage?.close());
  const read = (visitor) => visitor.page.evaluate(() => globalThis.leakWatch.read());
  /** The same but for what is meant to change. */
  const constant = ({ styleSheets, attributes, overflow, historyLength, title, url, cookies }) => ({
    styleSheets,
    attributes,
    overflow,
    historyLength,
    title,
    url,
    cookies,
  });

  it('nothing before the visitor acts, and nothing after the tag is gone', async (t) => {
    const url = await stage.hostPage({ room: newRoom() });
    const visitor = await browser.visit(url, { initScript: LEAK_WATCH });
    await visitor.page.evaluate(() => customElements.whenDefined('nex-call'));
    await until(async () => (await visitor.state()).status === 'lobby', 'the lobby', LIMIT_MS);
    await until(async () => (await read(visitor)).timers.length === 0, 'rest', LIMIT_MS);
    const atRest = await read(visitor);
    t.diagnostic(`globals: ${atRest.globals}`);
    t.diagnostic(`listeners at rest: ${atRest.listeners.join(', ')}`);
    assert.deepEqual(
      atRest.globals.filter((name) => !GLOBALS_OF_LIT.includes(name)),
      [],
      'globals',
    );
    assert.deepEqual(atRest.elements, ['title', 'script', 'nex-call'], 'elements');
    assert.equal(atRest.styleSheets, 0);
    assert.deepEqual(atRest.attributes, ['lang=en']);
    assert.equal(atRest.title, 'Host');
    assert.deepEqual(atRest.history, []);
    assert.deepEqual(atRest.focused, [], 'focus is not taken');
    assert.deepEqual(atRest.said, []);
    assert.deepEqual([atRest.cookies, ...atRest.storage], [''], 'nothing is kept');

    const other = await browser.visit(url);
    for (const each of [visitor, other]) await each.join();
    await allConnected([visitor, other]);
    for (const panel of ['chat', 'participants', 'settings', 'quality']) {
      await visitor.page.evaluate((name) => {
        const event = Object.assign(new Event('nex-panel-toggle'), { detail: { panel: name, isOpen: true } });
        document.querySelector('nex-call').dispatchEvent(event);
      }, panel);
      const isOpen = () =>
        visitor.page.evaluate((name) => document.querySelector('nex-call').shadowRoot.querySelector(`nex-${name}`) !== null, panel);
      await until(isOpen, `the panel ${panel}`, LIMIT_MS);
    }
    const inCall = await read(visitor);
    assert.deepEqual(constant(inCall), constant(atRest), 'during the call');
    assert.deepEqual(inCall.elements, atRest.elements);
    assert.deepEqual(
      inCall.said.filter((line) => !line.startsWith('debug')),
      [],
      'said during the call',
    );
    await visitor.leave();
    await until(async () => (await visitor.state()).status === 'ended', 'the end', LIMIT_MS);
    await visitor.page.evaluate(() => document.querySelector('nex-call').remove());

    const isQuiet = async () => (await read(visitor)).timers.length === 0;
    await until(isQuiet, 'no timers', LIMIT_MS).catch(async () => assert.fail(`timers: ${(await read(visitor)).timers}`));
    const afterwards = await read(visitor);
    t.diagnostic(`listeners afterwards: ${afterwards.listeners.join(', ')}`);
    t.diagnostic(`kept afterwards: ${afterwards.storage.join(', ')}`);
    assert.deepEqual(constant(afterwards), constant(atRest), 'afterwards');
    assert.deepEqual(afterwards.elements, ['title', 'script']);
    assert.deepEqual(afterwards.globals, atRest.globals);
    const more = [...afterwards.listeners];
    for (const listener of atRest.listeners) if (more.includes(listener)) more.splice(more.indexOf(listener), 1);
    assert.deepEqual(more, [], 'listeners that were not there before joining');
    assert.deepEqual(afterwards.history, []);
    assert.deepEqual(visitor.pageErrors, []);
  });

  it('works where other scripts changed what the language and the document have', async () => {
    const url = await stage.hostPage({ room: newRoom() });
    const changed = await browser.visit(url, { initScript: HOSTILE_SCRIPT });
    const plain = await browser.visit(url);
    for (const each of [changed, plain]) await each.join();
    await allConnected([changed, plain]);
    await plain.do('send', 'Good morning');
    const messages = () => changed.page.evaluate(() => document.querySelector('nex-call').call.state.messages.map(({ text }) => text));
    await until(async () => (await messages()).includes('Good morning'), 'the message', LIMIT_MS);
    await changed.do('setMicrophone', false);
    await until(async () => (await plain.state()).others[0].microphone === 'off', 'microphone off', LIMIT_MS);
    await changed.leave();
    assert.deepEqual(changed.pageErrors, []);
  });
});
