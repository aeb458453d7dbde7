import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../../scripts/from-root.mjs';

const STORIES = '.stories.ts';
const names = (folder, ending) =>
  readdirSync(fromRoot(folder))
    .filter((file) => file.startsWith('nex-') && file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));

test('every element has stories', () => {
  const tags = names('elements', '.ts');
  assert.ok(tags.length > 0, 'no elements found');
  assert.deepEqual(
    tags.filter((tag) => !names('stories', STORIES).includes(tag)),
    [],
  );
});

test('every file of stories is among those that axe looks at', () => {
  const checked = readFileSync(fromRoot('test/elements/stories.test.ts'), 'utf8');
  assert.deepEqual(
    readdirSync(fromRoot('stories'), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith(STORIES) && !checked.includes(`stories/${file.replace(/\.ts$/, '.js')}'`)),
    [],
  );
});
