import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';

const MOST_LINES = 30;
const NAMES = ['classroom', 'consultation', 'stage', 'support-widget'];

test('there is a recipe for each layout that the documentation names', () => {
  assert.deepEqual(
    readdirSync(fromRoot('demo/recipes'))
      .filter((file) => file.endsWith('.html'))
      .sort(),
    NAMES.map((name) => `${name}.html`),
  );
});

for (const name of NAMES)
  test(`the recipe ${name} is a page of at most ${MOST_LINES} lines that needs nothing but the script`, () => {
    const page = readFileSync(fromRoot(`demo/recipes/${name}.html`), 'utf8');
    const lines = page.trimEnd().split('\n');
    assert.ok(lines.length <= MOST_LINES, `${lines.length} lines`);
    // Nor by lines that nobody would write.
    assert.deepEqual(lines.filter((line) => line.length > 140), []);
    assert.match(page, /<html lang="en">/);
    assert.match(page, /<title>[^<]+<\/title>/);
    assert.match(page, /<nex-call [^>]*server="\/signal"/);
    assert.deepEqual([...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, url]) => url), ['/nexrtc.js']);
  });
