import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { leanBundle } from '../../scripts/build/bundle/lean-peerjs.mjs';

const whole = readFileSync(fromRoot('node_modules/peerjs/dist/bundler.mjs'), 'utf8');

test('what is left of PeerJS opens no connection, logs nothing and names no server but that of its cloud', () => {
  const lean = leanBundle(whole);
  assert.doesNotMatch(lean, /RTCPeerConnection|console\.|import |turn:|stun:|fetch\(/);
  assert.match(lean, /HEARTBEAT/);
  assert.ok(lean.length < whole.length / 5, `${lean.length} of ${whole.length} characters`);
});

test('another PeerJS than the one the cuts were made for is refused, by what is different in it', () => {
  assert.throws(() => leanBundle(whole.replace('_delayedAbort(type', '_abortLater(type')), /does not fit this version of PeerJS: "    _delayedAbort\("/);
  assert.throws(() => leanBundle(whole.replaceAll('_createServerConnection() {', 'createServerConnection() {')), /does not fit/);
  assert.throws(() => leanBundle(whole.replace('noop() {}', 'noop() {}\n    noop() {}')), /there twice/);
});
