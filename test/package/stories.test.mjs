import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';

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
  const checked = readFileSync(fromRoot('test/support/all-stories.ts'), 'utf8');
  assert.deepEqual(
    readdirSync(fromRoot('stories'), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith(STORIES) && !checked.includes(`stories/${file.replace(/\.ts$/, '.js')}'`)),
    [],
  );
});

test('every scenario is shown by a story', () => {
  const stories = readdirSync(fromRoot('stories'), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(fromRoot(`stories/${file}`), 'utf8'))
    .join('\n');
  assert.deepEqual(
    readdirSync(fromRoot('stories/scenarios'))
      .map((file) => file.replace(/\.ts$/, '.js'))
      .filter((file) => !stories.includes(`/${file}'`)),
    [],
  );
});
