import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allConnected, Stage, until } from './stage.mjs';

/** Runs in the page: what has the focus, through shadow roots, as assistive technology would name it. */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const isHost = element === document.body || element === document.documentElement || element === null;
  const label = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
  return isHost ? null : { tag: element.localName, role: element.getAttribute('role') ?? '', name: label.replace(/\s+/g, ' ').trim() };
};

const MAX_STEPS = 60;

describe('a whole call by keyboard alone', () => {
  let stage;
  let ana;
  let ben;
  const path = [];

  before(async () => {
    stage = await Stage.open();
    const browser = await stage.browser();
    const url = await stage.hostPage({ room: 'keys', attributes: 'style="display:block;height:100vh"' });
    ana = await browser.visit(url, { viewport: { width: 1200, height: 800 } });
    ben = await browser.visit(url);
    await ben.join();
    await until(async () => (await ana.state()).status === 'lobby', 'the lobby');
  });
  after(() => stage.close());

  const press = (...keys) => keys.reduce((done, key) => done.then(() => ana.page.keyboard.press(key)), Promise.resolve());

  /** The focus is somewhere inside the call; never on the page, which would mean that it was lost. */
  async function look() {
    const now = await ana.page.evaluate(focused);
    assert.ok(now, `the focus was lost after ${path.at(-1)}`);
    path.push(`${now.tag} ${now.name}`.trim());
    return now;
  }

  /** Presses `key` until what has the focus is named so. */
  async function go(key, name) {
    for (let step = 0; step < MAX_STEPS; step += 1) {
      if (name.test((await ana.page.evaluate(focused))?.name ?? '')) return look();
      await press(key);
    }
    throw new Error(`${key} does not lead to ${name}: ${JSON.stringify(await ana.page.evaluate(focused))}`);
  }

  /** Into the toolbar, which is one tab stop and remembers its place, and to its start. */
  async function goToToolbar() {
    const isIn = () =>
      ana.page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.closest('[role="toolbar"]') != null && element.getRootNode().host?.localName === 'nex-controls';
      });
    for (let step = 0; step < MAX_STEPS && !(await isIn()); step += 1) await press('Tab');
    await press('Home');
    return look();
  }

  const anaIs = (what, isTrue) =>
    until(
      async () =>
        isTrue(
          await ana.page.evaluate(() => {
            const { status, messages, unread, pinned, layout, microphone } = document.querySelector('nex-call').call.state;
            return { status, texts: messages.map(({ text }) => text), unread, pinned: pinned.length, layout, microphone };
          }),
        ),
      what,
    );

  it('goes from the lobby into the call', async () => {
    await go('Tab', /^Your name$/);
    await ana.page.keyboard.type('Ana');
    await go('Tab', /^Join now$/);
    await press('Enter');
    await allConnected([ana, ben]);
    await look();
    assert.equal((await ben.state()).others[0]?.name, 'Ana');
  });

  it('mutes by the toolbar, which is one tab stop', async () => {
    assert.match((await goToToolbar()).name, /microphone/i);
    await press('Enter');
    await anaIs('muted', ({ microphone }) => microphone === 'off');
    await look();
    await press('End');
    assert.match((await look()).name, /^Leave/);
    await press('Home', 'm');
    await anaIs('heard again', ({ microphone }) => microphone === 'on');
  });

  it('opens the chat, writes, and comes back to where it was', async () => {
    await go('ArrowRight', /chat/i);
    const opener = await look();
    await press('Enter');
    await until(async () => (await ana.page.evaluate(focused))?.tag === 'textarea', 'the message field');
    await ana.page.keyboard.type('Hello from the keyboard');
    await press('Enter');
    await anaIs('said', ({ texts }) => texts.includes('Hello from the keyboard'));
    await until(
      async () => (await ben.page.evaluate(() => document.querySelector('nex-call').call.state.messages.length)) === 1,
      'read by the other',
    );
    await look();
    await press('Escape');
    await until(async () => (await ana.page.evaluate(focused))?.name === opener.name, 'back at the button');
    await look();
  });

  it('pins the other by the menu of its tile', async () => {
    await press('1');
    assert.match((await look()).name, /^Guest/);
    await press('Tab');
    await go('ArrowRight', /^More for Guest/);
    await press('Enter');
    await go('Tab', /^Pin/);
    await press('Enter');
    await anaIs('pinned', ({ pinned }) => pinned === 1);
    await look();
    await press('Escape');
    await look();
  });

  it('opens the settings from the menu and closes them', async () => {
    await goToToolbar();
    await go('ArrowRight', /^More/);
    await press('Enter');
    await go('ArrowDown', /^Settings/);
    await press('Enter');
    await until(async () => /settings/i.test((await ana.page.evaluate(focused))?.name ?? ''), 'the settings');
    await look();
    await press('Tab', 'Tab');
    await look();
    await press('Escape');
    await until(async () => (await ana.page.evaluate(focused)) !== null, 'focus kept');
    await look();
  });

  it('lists the keys, and leaves', async () => {
    await goToToolbar();
    await press('?');
    await until(async () => /close|keyboard/i.test((await ana.page.evaluate(focused))?.name ?? ''), 'the list of keys');
    await press('Escape');
    await look();
    await goToToolbar();
    await press('End');
    await look();
    await press('Enter');
    await anaIs('left', ({ status }) => status === 'ended');
    await look();
    await go('Tab', /^Rejoin$/);
  });
});
