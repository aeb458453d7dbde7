import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { contentSecurityPolicy } from '../../scripts/server/security-headers.mjs';
import { newRoom } from './lab/scene.mjs';
import { openScriptStage } from './lab/script-stage.mjs';
import { allConnected, allSee, until } from './stage.mjs';

const LIMIT_MS = 20_000;

/** Runs in each page: what the policy refused. */
const WATCH = () => {
  window.refused = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) => {
    window.refused.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
  });
};

describe('a page with a strict policy and Trusted Types', () => {
  let stage;
  let scripts;
  let site;
  let browser;
  before(async () => {
    ({ stage, scripts, site, browser } = await openScriptStage());
  });
  after(() => stage.close());

  const refused = (visitor) => visitor.page.evaluate(() => window.refused);
  const inside = (visitor) => visitor.page.locator('nex-call');
  const key = async (visitor, name) => {
    await inside(visitor).getByRole('toolbar').first().getByRole('button').first().focus();
    await visitor.page.keyboard.press(name);
  };
  const shows = (visitor, tag, what) =>
    until(
      () =>
        visitor.page.evaluate(
          ([name, part]) => document.querySelector('nex-call').shadowRoot.querySelector(name)?.shadowRoot?.querySelector(part) != null,
          [tag, what],
        ),
      `${tag} ${what}`,
      LIMIT_MS,
    );

  it('holds a call with every panel, as the demo is served', async () => {
    const url = `${stage.server.url}/?room=${newRoom()}`;
    const [ana, ben] = await Promise.all([browser.visit(url, { initScript: WATCH }), browser.visit(url, { initScript: WATCH })]);
    const policy = (await (await fetch(url)).headers).get('content-security-policy');
    assert.equal(policy, contentSecurityPolicy(new URL(url).host));
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html nexrtc$/);
    await ana.join();
    await ben.join();
    await allConnected([ana, ben]);
    await allSee([ana]);

    await key(ana, 'c');
    await shows(ana, 'nex-chat', 'textarea');
    await ben.do('send', 'Look at https://example.org/page?a=1 <b>now</b>');
    await until(
      () =>
        inside(ana)
          .getByRole('link', { name: /example\.org/ })
          .isVisible(),
      'the link',
      LIMIT_MS,
    );
    await inside(ana).getByRole('textbox').fill('Answer');
    await ana.page.keyboard.press('Enter');
    await until(
      async () => (await ben.page.evaluate(() => document.querySelector('nex-call').call.state.messages.length)) === 2,
      'the answer',
      LIMIT_MS,
    );

    await key(ana, 'p');
    await shows(ana, 'nex-participants', '[role="list"], ul, ol');
    await ana.page.evaluate(() =>
      document.querySelector('nex-call').dispatchEvent(new CustomEvent('nex-panel-toggle', { detail: { panel: 'settings' } })),
    );
    await shows(ana, 'nex-settings', '[role="tab"], [id^="fold-"]');
    for (const section of await inside(ana).locator('[role="tab"], [id^="fold-"]').all()) await section.click();

    // The indicator comes with the first figures; its panel has plots on canvases.
    await until(
      () => ana.page.evaluate(() => document.querySelector('nex-call').shadowRoot.querySelector('nex-quality') !== null),
      'the indicator',
      LIMIT_MS,
    );
    await key(ana, 'q');
    await shows(ana, 'nex-quality', 'summary, details, [part~="panel"], .panel');
    await until(
      () =>
        ana.page.evaluate(() => {
          const { shadowRoot } = document.querySelector('nex-call').shadowRoot.querySelector('nex-quality');
          for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
          return shadowRoot.querySelector('canvas') !== null;
        }),
      'the plots',
      LIMIT_MS,
    );

    await ana.do('setScreenShare', true);
    await allSee([ben], 3);
    await ana.do('setScreenShare', false);
    for (const name of ['l', 'l', '?']) await key(ana, name);
    await ana.page.keyboard.press('Escape');
    await ana.leave();
    assert.deepEqual(await refused(ana), []);
    assert.deepEqual(await refused(ben), []);
    assert.deepEqual([...ana.pageErrors, ...ben.pageErrors], []);
    await Promise.all([ana.close(), ben.close()]);
  });

  it('goes into a window over other programs', async () => {
    const url = `${stage.server.url}/?room=${newRoom()}`;
    const ana = await browser.visit(url, { initScript: WATCH });
    await ana.join();
    const hasWindows = await ana.page.evaluate(() => 'documentPictureInPicture' in window);
    assert.ok(hasWindows, 'this browser has no such windows');
    await until(() => inside(ana).getByRole('toolbar').first().getByRole('button', { name: /more/i }).isVisible(), 'the menu', LIMIT_MS);
    await inside(ana).getByRole('toolbar').first().getByRole('button', { name: /more/i }).click();
    // The press before is what the browser asks for.
    await inside(ana)
      .locator('#more')
      .getByText('Picture in picture')
      .evaluate((element) => element.click());
    await until(
      () => ana.page.evaluate(() => (documentPictureInPicture.window?.document.querySelectorAll('*').length ?? 0) > 3),
      'the window',
      LIMIT_MS,
    );
    assert.deepEqual(await refused(ana), []);
    assert.deepEqual(ana.pageErrors, []);
    await ana.close();
  });

  for (const [kind, script] of [
    ['module', (url) => `<script type="module" src="${url}/policy/nexrtc.js?prefix=acme"></script>`],
    ['classic', (url) => `<script src="${url}/policy/nexrtc.classic.js" data-prefix="acme"></script>`],
  ])
    it(`runs from another host that the policy names, by a ${kind} script, with a prefix`, async () => {
      const signal = stage.server.url;
      const policy = contentSecurityPolicy(undefined)
        .replace("script-src 'self'", `script-src ${scripts.url}`)
        .replace("connect-src 'self'", `connect-src ${signal} ${signal.replace('http', 'ws')}`);
      const ana = await browser.visit('about:blank', { initScript: WATCH });
      await ana.page.goto(
        site.page({
          head: script(scripts.url),
          body: `<acme-call room="${newRoom()}" server="${stage.server.signalUrl}"></acme-call>`,
          headers: { 'Content-Security-Policy': policy },
        }),
      );
      await ana.page.evaluate(async () => {
        await customElements.whenDefined('acme-call');
        await document.querySelector('acme-call').join();
      });
      assert.equal(await ana.page.evaluate(() => document.querySelector('acme-call').call.state.status), 'connected');
      assert.deepEqual(await refused(ana), []);
      // The watch works: a style of the page itself is refused.
      await ana.page.evaluate(() => document.body.setAttribute('style', 'color: red'));
      await until(async () => (await refused(ana)).length > 0, 'a refusal', LIMIT_MS);
      assert.deepEqual(ana.pageErrors, []);
      await ana.close();
    });
});
