import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { importMapOf } from '../../scripts/build/write-integrity.mjs';
import { newRoom } from './lab/scene.mjs';
import { openScriptStage } from './lab/script-stage.mjs';
import { allConnected, until } from './stage.mjs';

const LIMIT_MS = 20_000;
const built = JSON.parse(readFileSync(fromRoot('dist/cdn/integrity.json'), 'utf8'));

describe('the script tag', () => {
  let stage;
  let scripts;
  let site;
  let browser;
  before(async () => {
    ({ stage, scripts, site, browser } = await openScriptStage());
  });
  after(() => stage.close());

  const tag = (attributes = '') => `<nex-call server="${stage.server.signalUrl}" ${attributes}></nex-call>`;
  const isDefined = (visitor) => visitor.page.evaluate(() => customElements.get('nex-call') !== undefined);
  const blocked = [];
  const visit = async (parts) => {
    const visitor = await browser.visit('about:blank');
    visitor.page.on('console', (message) => blocked.push(message.text()));
    await visitor.page.goto(site.page(parts));
    return visitor;
  };

  it('does calls that were made early, and keeps properties that were set early', async () => {
    const room = newRoom();
    const release = scripts.hold(/^\/early\/chunks\/all-/);
    const visitor = await visit({
      head: `<script type="module" src="${scripts.url}/early/nexrtc.js"></script>
        <script>customElements.whenDefined('nex-call').then(() => (window.wasTold = true));</script>`,
      body: tag('id="first" room="another" name="Another"') + tag('id="refused" room="refused"'),
    });
    await visitor.page.evaluate(
      ([name, signalUrl]) => {
        const later = document.body.appendChild(document.createElement('nex-call'));
        Object.assign(later, { id: 'later', server: signalUrl, room: `${name}-later` });
        const first = document.querySelector('#first');
        const refused = document.querySelector('#refused');
        first.room = name;
        first.name = 'Ana';
        refused.addEventListener('nex-before-join', (event) => event.preventDefault());
        const ended = (promise) =>
          promise.then(
            () => 'done',
            (error) => error.code,
          );
        // The next task, so that what the page adds has been seen.
        window.ends = new Promise((resolve) => setTimeout(resolve)).then(() =>
          Promise.all([ended(first.join()), ended(refused.join()), ended(later.join().then(() => later.leave()))]),
        );
      },
      [room, stage.server.signalUrl],
    );
    assert.equal(await isDefined(visitor), false);
    release();
    assert.deepEqual(await visitor.page.evaluate(() => window.ends), ['done', 'call/aborted', 'done']);
    const other = await visit({
      head: `<script type="module" src="${scripts.url}/early/nexrtc.js"></script>`,
      body: tag(`room="${room}"`),
    });
    await other.join();
    await allConnected([visitor, other]);
    assert.equal((await other.state()).others[0].name, 'Ana');
    const left = await visitor.page.evaluate(() => [
      window.wasTold,
      Object.hasOwn(document.querySelector('#first'), 'join'),
      document.querySelector('#later').call.state.status,
    ]);
    assert.deepEqual(left, [true, false, 'ended']);
    assert.deepEqual(visitor.pageErrors, []);
    await Promise.all([visitor.close(), other.close()]);
  });

  for (const [where, attributes] of [
    ['head', ''],
    ['head', 'async'],
    ['head', 'defer'],
    ['body', ''],
  ])
    it(`works without a module tag, ${attributes || 'blocking'} in the ${where}`, async () => {
      const script = `<script ${attributes} src="${scripts.url}/classic/nexrtc.classic.js"></script>`;
      const visitor = await visit(
        where === 'head' ? { head: script, body: tag(`room="${newRoom()}"`) } : { body: tag(`room="${newRoom()}"`) + script },
      );
      await visitor.join();
      assert.equal((await visitor.state()).status, 'connected');
      assert.deepEqual(visitor.pageErrors, []);
      await visitor.close();
    });

  it('asks for its elements alone until the visitor acts', async () => {
    const visitor = await visit({
      head: `<script type="module" src="${scripts.url}/calm/nexrtc.js"></script>`,
      body: tag(`room="${newRoom()}"`),
    });
    const asked = () => scripts.requests.filter((path) => path.startsWith('/calm/'));
    await visitor.page.locator('nex-lobby .join').waitFor();
    // As long again as anything by itself would take.
    await visitor.page.waitForLoadState('networkidle');
    const [entry, elements, ...others] = asked();
    assert.equal(entry, '/calm/nexrtc.js');
    assert.match(elements, /^\/calm\/chunks\/all-/);
    assert.deepEqual(others, []);
    await visitor.page.locator('nex-lobby h2').click();
    await until(() => asked().some((path) => path.includes('/late-announcer-')), 'what announces is loaded', LIMIT_MS);
    await visitor.close();
  });

  it('says what is wrong when the classic script is taken for a module', async () => {
    const visitor = await visit({ head: `<script type="module" src="${scripts.url}/classic/nexrtc.classic.js"></script>`, body: tag() });
    await until(() => visitor.pageErrors.some((message) => message.includes('is no module')), 'the error', LIMIT_MS);
    await visitor.close();
  });

  const pinned = (folder, files, integrity = built.files['nexrtc.js']) => ({
    head: `<script type="importmap">${JSON.stringify(importMapOf({ files }, `${scripts.url}/${folder}/`))}</script>
      <script type="module" src="${scripts.url}/${folder}/nexrtc.js" integrity="${integrity}" crossorigin></script>`,
    body: tag(`room="${newRoom()}"`),
  });
  const wrong = built.files['nexrtc.classic.js'];

  it('runs with the integrity that the build tells, of the entry and of all chunks', async () => {
    const visitor = await visit(pinned('pinned', built.files));
    await visitor.join();
    assert.equal((await visitor.state()).status, 'connected');
    await visitor.close();
  });

  it('is not run when the entry is another', async () => {
    const visitor = await visit(pinned('entry', {}, wrong));
    await until(() => blocked.some((text) => text.includes('integrity') && text.includes('/entry/nexrtc.js')), 'the refusal', LIMIT_MS);
    assert.equal(await isDefined(visitor), false);
    assert.ok(!scripts.requests.some((path) => path.includes('/entry/chunks')));
    await visitor.close();
  });

  it('is not run when a chunk is another, and looks for it nowhere else', async () => {
    const elements = Object.keys(built.files).find((file) => file.startsWith('chunks/all-'));
    const visitor = await visit(pinned('chunk', { ...built.files, [elements]: wrong }));
    await until(() => blocked.some((text) => text.includes('integrity') && text.includes('/chunk/chunks/all-')), 'the refusal', LIMIT_MS);
    // It is tried again where it was.
    const tries = () => scripts.requests.filter((path) => path.startsWith('/chunk/') && !path.endsWith('/nexrtc.js'));
    await until(() => tries().length > 1, 'another try', LIMIT_MS);
    assert.deepEqual([...new Set(tries())], [`/chunk/${elements}`]);
    assert.equal(await isDefined(visitor), false);
    await visitor.close();
  });
});
