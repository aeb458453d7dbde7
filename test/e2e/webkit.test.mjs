import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { WEBKIT_MISSING, findWebkit } from '../../scripts/machine/find-webkit.mjs';
import { startLooksStage } from './host-page/looks-stage.mjs';
import { WebkitBrowser } from './host-page/webkit-browser.mjs';
import { Stage, until } from './stage.mjs';

const LIMIT_MS = 20_000;
/** Of the window, whose own buttons need 447. */
const SIZES = [
  { width: 447, height: 844 },
  { width: 1100, height: 760 },
];
const STATES = ['lobby-untouched', 'four', 'chat', 'settings', 'more', 'failed'];
/** For a look at them. */
const SEEN = fromRoot('.cache/webkit/');

const programs = findWebkit();

/** Without WebRTC, as Debian builds it: what is seen of a call there, and what the tag says where there can be none. */
describe('WebKitGTK', { skip: programs === null && WEBKIT_MISSING }, () => {
  let browser;
  before(async () => {
    browser = await WebkitBrowser.open(programs);
    mkdirSync(SEEN, { recursive: true });
  });
  after(() => browser?.close());
  const keep = async (name) => writeFileSync(`${SEEN}${name}.png`, await browser.screenshot());

  for (const scheme of ['light', 'dark'])
    it(`shows lobby, grid, panels and menus, ${scheme}`, async () => {
      const stage = await startLooksStage({ [scheme]: `html { color-scheme: ${scheme}; } nex-call { block-size: 100vh; }` });
      try {
        for (const size of SIZES) {
          await browser.resize(size.width, size.height);
          await browser.goto(stage.url(scheme));
          await browser.evaluate(FILL_WINDOW);
          await browser.evaluate(WATCH_ERRORS);
          for (const state of STATES) {
            await browser.evaluate(SHOW, state);
            await keep(`${state}-${size.width}-${scheme}`);
            assert.deepEqual(await browser.evaluate(FIND_FAULTS), [], `${state}, ${size.width}, ${scheme}`);
          }
        }
      } finally {
        stage.close();
      }
    });

  it('says in words that no calls can be made, with a way out, and throws nothing', async () => {
    const stage = await Stage.open();
    try {
      for (const [name, attributes] of [
        ['lobby', ''],
        ['autojoin', 'autojoin'],
      ]) {
        await browser.goto(await stage.hostPage({ room: `webkit-${name}`, attributes }));
        await browser.evaluate(WATCH_ERRORS);
        assert.equal(await browser.evaluate(() => typeof RTCPeerConnection), 'undefined');
        if (name === 'lobby') {
          await until(() => browser.evaluate(() => document.querySelector('nex-call').call?.state.status === 'lobby'), 'lobby', LIMIT_MS);
          await keep('no-webrtc-lobby');
          assert.equal(await browser.evaluate(JOIN), 'environment/webrtc-missing');
        }
        await until(() => browser.evaluate(() => document.querySelector('nex-call').call?.state.error !== null), 'an error', LIMIT_MS);
        const words = () => browser.evaluate(READ_WORDS);
        await until(async () => /browser cannot/i.test((await words()).text), 'words', LIMIT_MS);
        await keep(`no-webrtc-${name}-joined`);
        const { text, buttons } = await words();
        // The code is in the details, after the words.
        assert.match(text, /Chrome, Edge, Firefox or Safari/);
        assert.ok(buttons.includes('Back to the lobby'), 'a way out');
        assert.deepEqual(await browser.evaluate(() => globalThis.seenErrors), []);
      }
    } finally {
      await stage.close();
    }
  });
});

/* What runs in the page. */

const FILL_WINDOW = () => {
  document.querySelector('main').style.setProperty('inline-size', `${innerWidth}px`, 'important');
};

/** Its pictures never come, since a canvas gives no stream there: what stands at last is looked at. */
const SHOW = async (state) => {
  const { show, isMore, showMore } = globalThis;
  const rest = (showing) => Promise.race([showing.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 2_500))]);
  await rest(show(state));
  if (isMore(state)) await rest(showMore(state));
};

/** Buttons and fields that can be seen but stand outside of the call, are cut by its edge, or have no size. */
const FIND_FAULTS = () => {
  const base = document.querySelector('nex-call').shadowRoot.querySelector('.base');
  const { left, right } = base.getBoundingClientRect();
  const faults = right - left < innerWidth - 1 ? ['the call is narrower than its page'] : [...globalThis.seenErrors];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (!element.matches('button, input, select, summary, h2') || !element.checkVisibility({ visibilityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      const isCut = box.left < left - 1 || box.right > right + 1;
      if (isCut)
        faults.push(
          `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent.trim()}: ${box.left} to ${box.right}`,
        );
    }
  };
  walk(base);
  return faults;
};

const WATCH_ERRORS = () => {
  globalThis.seenErrors = [];
  addEventListener('error', (event) => globalThis.seenErrors.push(event.message));
  addEventListener('unhandledrejection', (event) => globalThis.seenErrors.push(String(event.reason)));
};

const JOIN = () =>
  document
    .querySelector('nex-call')
    .join()
    .then(
      () => 'joined',
      (error) => error.code,
    );

const READ_WORDS = () => {
  const texts = [];
  const buttons = [];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent.trim());
      else if (child.localName !== 'style') walk(child);
      if (child.localName === 'button' && child.checkVisibility()) buttons.push(child.textContent.trim());
    }
    if (node.shadowRoot) walk(node.shadowRoot);
  };
  walk(document.querySelector('nex-call'));
  return { text: texts.filter(Boolean).join(' '), buttons };
};
