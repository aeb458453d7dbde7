import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';

test("React on a server leaves the wrappers to the browser's side", () => {
  const { exports } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const entry = readFileSync(fromRoot(exports['./react'].default), 'utf8');
  assert.match(entry, /^'use client';\n/);
});
