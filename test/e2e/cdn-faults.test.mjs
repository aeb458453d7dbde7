import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/machine/find-firefox.mjs';
import { FIREFOX_PREFERENCES } from '../../scripts/machine/firefox-preferences.mjs';
import { newRoom } from './lab/scene.mjs';
import { PageHost, ScriptHost } from './lab/script-host.mjs';
import { Stage, until } from './stage.mjs';
import { Visitor } from './visitor.mjs';

const LIMIT_MS = 30_000;

/** Firefox remembers each module that it did not get; Chromium asks again. */
for (const browserName of ['Chromium', 'Firefox'])
  describe(`a script that does not load, in ${browserName}`, () => {
    let stage;
    let scripts;
    let site;
    let open;
    before(async () => {
      [stage, scripts, site] = await Promise.all([Stage.open(), ScriptHost.open(), PageHost.open()]);
      stage.keep(scripts);
      stage.keep(site);
      if (browserName === 'Chromium') {
        const browser = await stage.browser();
        open = () => browser.visit('about:blank');
        return;
      }
      const executablePath = findFirefox();
      assert.ok(executablePath, 'Firefox is not installed and could not be (on Debian as root: apt-get install firefox-esr)');
      const firefox = await puppeteer.launch({
        browser: 'firefox',
        executablePath,
        headless: true,
        extraPrefsFirefox: FIREFOX_PREFERENCES,
      });
      stage.keep(firefox);
      open = async () => new Visitor(await firefox.newPage());
    });
    after(() => stage.close());

    const visit = async (folder) => {
      const visitor = await open();
      scripts.given.length = 0;
      await visitor.page.goto(
        site.page({
          head: `<script type="module" src="${scripts.url}/${folder}/nexrtc.js"></script>`,
          body: `<nex-call server="${stage.server.signalUrl}" room="${newRoom()}" hide="screen-share"></nex-call>`,
        }),
        // Firefox holds the load event back until a module has come.
        { waitUntil: 'domcontentloaded' },
      );
      return visitor;
    };
    /** Errors of scripts; Firefox tells those of the network in the same place. */
    const errorsIn = ({ pageErrors }) =>
      pageErrors.filter((message) => !/^Loading module from|^Cross-Origin Request Blocked|^error loading/i.test(message));
    const isDefined = (visitor) => visitor.page.evaluate(() => customElements.get('nex-call') !== undefined);
    const status = (visitor) => visitor.page.evaluate(() => document.querySelector('nex-call').call.state.status);
    const givenTwice = () => scripts.given.filter((file, index) => scripts.given.indexOf(file) !== index);
    /** Presses the button of the widget with that action, or the one to join, as soon as it is there. */
    const press = (visitor, selector) => until(() => visitor.page.evaluate(pressNow, selector), `a button ${selector}`, LIMIT_MS);
    const pressNow = (asked) => {
      const find = (root) => {
        for (const element of root.querySelectorAll('*')) {
          const found = element.matches(asked) ? element : element.shadowRoot && find(element.shadowRoot);
          if (found) return found;
        }
        return null;
      };
      const button = find(document);
      button?.click();
      return button !== null;
    };

    it('comes after the server has refused its elements, once, and joins with them', async () => {
      scripts.fail(/^\/refused\/chunks\/all-/, 3);
      const visitor = await visit('refused');
      await until(() => isDefined(visitor), 'the elements', LIMIT_MS);
      await visitor.join();
      assert.equal(await status(visitor), 'connected');
      await until(() => scripts.given.some((file) => file.includes('late-features')), 'what comes later', LIMIT_MS);
      assert.deepEqual(givenTwice(), []);
      assert.deepEqual(errorsIn(visitor), []);
      await visitor.page.close();
    });

    it('shows nothing broken while the server is away, and comes when it is back', async () => {
      scripts.hold(/^\/away\/chunks\/all-/);
      const visitor = await visit('away');
      await until(() => scripts.requests.some((path) => path.startsWith('/away/chunks/')), 'the request', LIMIT_MS);
      await scripts.stop();
      await until(
        () =>
          visitor.page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /unks\/all-/.test(name)).length > 1),
        'another try',
        LIMIT_MS,
      );
      assert.equal(await isDefined(visitor), false);
      assert.equal(await visitor.page.evaluate(() => document.querySelector('nex-call').innerText), '');
      scripts.forget();
      await scripts.start();
      await until(() => isDefined(visitor), 'the elements', LIMIT_MS);
      await visitor.join();
      assert.equal(await status(visitor), 'connected');
      assert.deepEqual(givenTwice(), []);
      assert.deepEqual(errorsIn(visitor), []);
      await visitor.page.close();
    });

    it('tells the visitor that joining failed, and joins when asked again', async () => {
      const mend = scripts.fail(/^\/join\/chunks\/(?:join|late-|later)/);
      const visitor = await visit('join');
      await until(
        () => visitor.page.evaluate(() => document.querySelector('nex-call').call?.state.status === 'lobby'),
        'the lobby',
        LIMIT_MS,
      );
      await press(visitor, '[part~="button-join"]');
      await until(async () => (await status(visitor)) === 'failed', 'the failure', LIMIT_MS);
      assert.match(await visitor.words(), /Check your internet connection, then try again\./);
      mend();
      await press(visitor, '[data-action="rejoin"]');
      await until(async () => (await status(visitor)) === 'connected', 'the call', LIMIT_MS);
      await until(() => scripts.given.some((file) => file.includes('late-features')), 'what comes later', LIMIT_MS);
      assert.deepEqual(givenTwice(), []);
      assert.deepEqual(errorsIn(visitor), []);
      await visitor.page.close();
    });

    it('opens a panel whose script was refused at first', async () => {
      scripts.fail(/^\/panel\/chunks\/nex-chat-/, 1);
      const visitor = await visit('panel');
      await until(() => isDefined(visitor), 'the elements', LIMIT_MS);
      await visitor.join();
      await visitor.page.evaluate(() =>
        document.querySelector('nex-call').dispatchEvent(new CustomEvent('nex-panel-toggle', { detail: { panel: 'chat' } })),
      );
      await until(
        () =>
          visitor.page.evaluate(
            () => document.querySelector('nex-call').shadowRoot.querySelector('nex-chat')?.shadowRoot?.querySelector('textarea') != null,
          ),
        'the chat',
        LIMIT_MS,
      );
      assert.deepEqual(givenTwice(), []);
      assert.deepEqual(errorsIn(visitor), []);
      await visitor.page.close();
    });
  });
