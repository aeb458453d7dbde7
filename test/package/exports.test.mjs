import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { fromRoot } from '../../scripts/project/from-root.mjs';

const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
const filesIn = (folder, ending) =>
  readdirSync(fromRoot(folder), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(ending));

function targetsOf(entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(targetsOf);
}

for (const [name, entry] of Object.entries(manifest.exports)) {
  test(`the entry point "${name}" leads to files that are there`, () => {
    for (const target of targetsOf(entry)) {
      if (!target.includes('*')) {
        assert.ok(existsSync(fromRoot(target)), `${target} is missing`);
        continue;
      }
      const [before, after] = target.split('*');
      const folder = before.slice(0, before.lastIndexOf('/'));
      const start = before.slice(folder.length + 1);
      const found = filesIn(folder, after).filter((file) => file.startsWith(start));
      assert.ok(found.length > 0, `nothing matches ${target}`);
    }
  });
}

test('the headless entry can be imported where there is no DOM', async () => {
  assert.equal(typeof globalThis.document, 'undefined');
  const entry = await import(fromRoot('dist/src/index.js'));
  assert.equal(typeof entry.createCall, 'function');
  assert.equal(typeof entry.NexError, 'function');
});

test('the core can be imported where there is no DOM, loads no Lit, and says there what is wrong', async () => {
  assert.equal(typeof globalThis.document, 'undefined');
  const { createCore, NexError } = await import(fromRoot('dist/src/core/index.js'));
  const core = createCore();
  await assert.rejects(core.createConnection('room'), (error) => error instanceof NexError && error.code === 'call/invalid-state');
  await core.initialize({ signaling: { url: 'https://signal.example/' }, iceServers: [], media: { video: false, audio: false } });
  const handle = await core.createConnection('room');
  assert.equal(handle.state, 'idle');
  await assert.rejects(core.joinRoom(handle), (error) => error instanceof NexError && error.code.startsWith('environment/'));
  assert.equal(handle.state, 'failed');
  await core.destroy();
  assert.doesNotMatch(readFileSync(fromRoot('dist/src/core/core.js'), 'utf8'), /from ['"](?:lit|@lit)/);
});

test('no module has a default export', () => {
  for (const folder of ['dist/src', 'dist/elements']) {
    for (const file of filesIn(folder, '.js')) {
      const text = readFileSync(fromRoot(`${folder}/${file}`), 'utf8');
      assert.doesNotMatch(text, /^export default |\bas default\b/m, `${folder}/${file}`);
    }
  }
});

test('every module that registers a tag is listed under sideEffects, and no other is', () => {
  const patterns = manifest.sideEffects.map(
    (glob) =>
      new RegExp(
        `^${glob
          .replaceAll('.', '\\.')
          .replaceAll('**/', '(?:.+/)?')
          .replaceAll(/(?<!\?:\.)\*/g, '[^/]*')}$`,
      ),
  );
  const isListed = (file) => patterns.some((pattern) => pattern.test(file));
  for (const file of filesIn('dist/elements', '.js')) {
    const path = `dist/elements/${file}`;
    const text = readFileSync(fromRoot(path), 'utf8');
    const registers = /^(?:import '\.\/nex-[^']*';|defineElement\(|define\(|customElements\.define\()/m.test(text);
    assert.equal(isListed(path), registers, `${path} ${registers ? 'registers but is not listed' : 'is listed but registers nothing'}`);
  }
  for (const file of filesIn('dist/src', '.js')) assert.ok(!isListed(`dist/src/${file}`), `dist/src/${file}`);
});

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({ pkgDir: fromRoot('.'), strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
});

test('the custom-elements manifest describes every tag', () => {
  const elements = JSON.parse(readFileSync(fromRoot('custom-elements.json'), 'utf8'));
  const tagNames = elements.modules.flatMap((module) => (module.declarations ?? []).map(({ tagName }) => tagName)).filter(Boolean);
  const tags = readdirSync(fromRoot('elements'))
    .filter((file) => /^nex-.*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length));
  assert.ok(tags.length > 0);
  assert.deepEqual(tagNames.sort(), tags.sort());
});
