import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { LEAN_FILES, leanModule } from '../../scripts/build/bundle/lean-lit.mjs';

const read = (file) => readFileSync(fromRoot(`node_modules/${file}`), 'utf8');

test('what is left of Lit puts nothing into the page, and still refuses templates that are no literals', () => {
  const lean = LEAN_FILES.map((file) => leanModule(file, read(file))).join('');
  assert.doesNotMatch(lean, /Versions|PolyfillSupport|HydrateSupport|ShadyCSS|Symbol\.metadata\?\?=|litPropertyMetadata\?\?=/);
  assert.match(lean, /hasOwnProperty\("raw"\)\)throw Error/);
});

test('another Lit than the one the cuts were made for is refused', () => {
  for (const file of LEAN_FILES)
    assert.throws(
      () => leanModule(file, read(file).replaceAll('lit', 'tli').replaceAll('throw', 'trow').replaceAll('object', 'thing')),
      /does not fit/,
    );
});
