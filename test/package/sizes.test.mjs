import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fromRoot } from '../../scripts/project/from-root.mjs';

const CDN = fromRoot('dist/cdn');
const ENTRY = 'nexrtc.js';
const ENTRY_LIMIT = 12_000;
const JOIN_LIMIT = 75_000;
/**
 * Not part of joining: `late-…` come once the call stands or when a part of a screen asks for them, `panel-…` and the side
 * panels' own elements when they are opened, `locale-…` where the page is not English; `device-menu`, `quality-panel`,
 * `create-report` and `speaker-test` are opened by a press, `status-notes` comes with the first note, and `later`
 * measures connections and shows that, tells who comes and goes, and has the words for errors.
 */
const NOT_FOR_JOINING =
  /(?:background|noise|recorder|recording|compositor|qr-|texts-|locale-|livekit|late-|panel-|nex-chat-|nex-participants-|nex-settings-|nex-captions-|device-menu-|quality-panel-|create-report-|speaker-test-|status-notes-|later-)/;

const read = (file) => readFileSync(join(CDN, file), 'utf8');
const gzipBytes = (file) => gzipSync(read(file), { level: 9 }).length;
const code = () =>
  readdirSync(CDN, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.js'));

function importsOf(file) {
  const found = read(file).matchAll(/["'](\.{1,2}\/[^"']+\.js)["']/g);
  return [...found].map(([, path]) => join(dirname(file), path));
}

function reachable(from, seen = new Set()) {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const file of importsOf(from)) if (!NOT_FOR_JOINING.test(file)) reachable(file, seen);
  return seen;
}

test(`the script that a page loads first is at most ${ENTRY_LIMIT} bytes (gzip)`, (t) => {
  const bytes = gzipBytes(ENTRY);
  t.diagnostic(`${ENTRY}: ${bytes} bytes`);
  assert.ok(bytes <= ENTRY_LIMIT, `${bytes} bytes`);
});

test(`what joining a call loads is at most ${JOIN_LIMIT} bytes (gzip)`, (t) => {
  const files = [...reachable(ENTRY)];
  const sizes = files.map((file) => [file, gzipBytes(file)]);
  for (const [file, bytes] of sizes) t.diagnostic(`${file}: ${bytes} bytes`);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  t.diagnostic(`together: ${total} bytes`);
  assert.ok(files.length > 1, 'the entry loads nothing');
  assert.ok(total <= JOIN_LIMIT, `${total} bytes`);
});

test('what may come by another address when it is tried again is needed by nobody at its first one', () => {
  const fixed = (file) => [...read(file).matchAll(/\b(?:from|import)["']\.{1,2}\/([^"']+\.js)["']/g)].map(([, path]) => path);
  const moving = new Set(
    code().flatMap((file) => [...read(file).matchAll(/\bimport\(\w+\(["']\.\/(?:chunks\/)?([^"']+\.js)["']\)\)/g)].map(([, path]) => path)),
  );
  const elements = [...moving].find((file) => file.startsWith('all-'));
  assert.ok(elements && moving.size > 20, 'no parts are loaded late');
  // The elements come first: with them, all others move.
  for (const file of code()) for (const path of fixed(file)) assert.ok(!moving.has(path) || path === elements, `${file} needs ${path}`);
  // Each goes through what tries again.
  for (const file of code()) assert.doesNotMatch(read(file), /\bimport\(["']/, file);
});

test('every chunk has a source map', () => {
  for (const file of code()) assert.ok(existsSync(join(CDN, `${file}.map`)), file);
});

test('the script asks no host of others, but for the public signalling that PeerJS falls back to', () => {
  const known =
    /^(?:www\.w3\.org|[a-z0-9-]+(?:\.turn)?\.peerjs\.com|stun\.l\.google\.com|stun\.cloudflare\.com|lit\.dev|peerjs\.com|localhost|peerjs)$/;
  for (const file of code()) {
    for (const [, host] of read(file).matchAll(/\b(?:https?|wss?|stun|turns?):(?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})/gi)) {
      assert.match(host, known, `${file} names ${host}`);
    }
  }
});

test('the patches of webrtc-adapter are not in it', () => {
  for (const file of code()) assert.doesNotMatch(read(file), /mozGetUserMedia|shimGetUserMedia|webkitRTCPeerConnection/, file);
});

test('minified icons keep their shapes closed', () => {
  for (const file of code()) {
    for (const [shape, end] of read(file).matchAll(/<(?:path|rect|circle|line|polyline|polygon|ellipse)\b[^<>`]*>(<\/)?/g)) {
      assert.ok(end !== undefined || shape.endsWith('/>'), `${file}: ${shape}`);
    }
  }
});
