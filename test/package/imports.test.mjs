import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { IMPORT_PATHS } from '../../scripts/sizes/import-paths.mjs';
import { measureImport } from '../../scripts/sizes/measure-imports.mjs';

const run = promisify(execFile);
/** How far a figure of the table may be from what is measured before it has to be written anew (`npm run sizes`). */
const STALE_BY = 0.1;

for (const entry of ['nexrtc', 'nexrtc/core', 'nexrtc/elements', 'nexrtc/react', 'nexrtc/all.js', 'nexrtc/nex-call.js'])
  test(`${entry} can be imported where there is no DOM, and asks for nothing there`, async () => {
    const script = `const entry = await import('${entry}'); if (typeof document !== 'undefined') throw new Error('a DOM'); console.log(Object.keys(entry).length);`;
    // Ends by itself: nothing that was imported keeps the process alive.
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: fromRoot('.'), timeout: 60_000 });
    assert.equal(stderr, '');
    assert.match(stdout, /^\d+\n$/);
  });

test('React renders the tag with its attributes on a server, and hooks that have no call yet', async () => {
  const { createElement: h } = await import('react');
  const { renderToString } = await import('react-dom/server');
  const { NexCall, useCall, useParticipants } = await import('nexrtc/react');
  const Own = () => `${useCall({ room: 'a' })} ${useParticipants().length}`;
  assert.equal(
    renderToString(h(NexCall, { room: 'garden', maxTiles: 4, className: 'wide' })),
    '<nex-call room="garden" max-tiles="4" class="wide"></nex-call>',
  );
  assert.equal(renderToString(h(Own)), 'null 0');
});

test('each import path costs no more than it may, and what is not used nothing', async (t) => {
  const readme = readFileSync(fromRoot('README.md'), 'utf8');
  for (const { statement, label, limitKb } of IMPORT_PATHS) {
    const { atOnceBytes, inputs } = await measureImport(statement);
    const kb = atOnceBytes / 1000;
    t.diagnostic(`${label}: ${kb.toFixed(1)} kB`);
    assert.ok(kb <= limitKb, `${label}: ${kb.toFixed(1)} kB, at most ${limitKb}`);
    const [, told] = readme.match(new RegExp(`\\| ${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} +\\| +([\\d.]+) kB`)) ?? [];
    assert.ok(told !== undefined, `the README's table has no ${label}`);
    assert.ok(
      Math.abs(kb - Number(told)) <= Math.max(0.2, kb * STALE_BY),
      `${label}: the README says ${told} kB, it is ${kb.toFixed(1)} kB (npm run sizes)`,
    );
    assert.ok(!inputs.some((input) => /engine\/mesh|vendor\/peerjs/.test(input)), `${label} brings the engine before anybody joins`);
  }
});

test('one tag does not bring the others', async () => {
  const { inputs } = await measureImport("import 'nexrtc/nex-video-grid.js';");
  assert.ok(inputs.some((input) => input.includes('elements/video-grid/')));
  assert.deepEqual(
    inputs.filter((input) => /elements\/(?:chat|settings|lobby|participants|quality|controls|captions|call)\//.test(input)),
    [],
  );
});

test('the core and the headless call bring neither Lit nor React', async () => {
  for (const statement of [
    "import { createCall } from 'nexrtc'; console.log(createCall);",
    "import { createCore } from 'nexrtc/core'; console.log(createCore);",
  ]) {
    const { inputs } = await measureImport(statement);
    assert.deepEqual(
      inputs.filter((input) => /node_modules\/(?:@?lit|react)|frameworks\//.test(input)),
      [],
    );
  }
});
