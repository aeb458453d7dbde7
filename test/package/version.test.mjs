import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';

test('reports name the version of the package', () => {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const source = readFileSync(fromRoot('src/call/diagnostics/version.ts'), 'utf8');
  assert.equal(/VERSION = '([^']+)'/.exec(source)?.[1], version);
});
