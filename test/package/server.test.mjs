import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { createServer } from '../../scripts/server/create-server.mjs';
import { MessageBudget } from '../../scripts/server/message-budget.mjs';
import { originCheck } from '../../scripts/server/origin-check.mjs';

let server;

before(async () => {
  server = await createServer();
});
// PeerServer's timers go on for ever.
after(async () => {
  await server.close();
  setImmediate(() => process.exit());
});

const MAX_WAIT_MS = 5000;
const within = (promise) =>
  Promise.race([promise, new Promise((_resolve, reject) => setTimeout(reject, MAX_WAIT_MS, new Error('took too long')).unref())]);

function connect(id, options = {}) {
  const socket = new WebSocket(`${server.signalUrl.replace('http', 'ws')}/peerjs?key=peerjs&token=t&id=${id}`, options);
  return within(
    new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('message', (data) => resolve({ socket, first: JSON.parse(data.toString()) }));
    }),
  );
}

const closeCode = (socket) => within(new Promise((resolve) => socket.once('close', resolve)));

test('a page of another origin cannot open a signalling socket', async () => {
  await assert.rejects(connect('other', { origin: 'https://other.example' }), /401|403/);
});

test('a page of this server can', async () => {
  const { socket, first } = await connect('own', { origin: server.url });
  assert.equal(first.type, 'OPEN');
  socket.close();
});

test('an id is held by one client at a time', async () => {
  const { socket } = await connect('held');
  const again = new WebSocket(`${server.signalUrl.replace('http', 'ws')}/peerjs?key=peerjs&token=other&id=held`);
  const message = await within(new Promise((resolve) => again.once('message', (data) => resolve(JSON.parse(data.toString())))));
  assert.equal(message.type, 'ID-TAKEN');
  socket.close();
});

test('a malformed message leaves the server and its sender alive', async () => {
  const { socket } = await connect('malformed');
  for (const text of ['{{{', 'null', '5', '[]']) socket.send(text);
  const { socket: witness, first } = await connect('witness');
  assert.equal(first.type, 'OPEN');
  assert.equal(socket.readyState, WebSocket.OPEN);
  socket.close();
  witness.close();
});

test('a message over 64 KiB ends its connection', async () => {
  const { socket } = await connect('large');
  socket.send('x'.repeat(65 * 1024));
  assert.equal(await closeCode(socket), 1009);
});

test('a flood of messages ends its connection', async () => {
  const { socket } = await connect('flood');
  for (let count = 0; count < 1000; count += 1) socket.send('{"type":"HEARTBEAT"}');
  assert.equal(await closeCode(socket), 1008);
});

test('nobody can list who is connected', async () => {
  assert.equal((await fetch(`${server.signalUrl}/peerjs/peers`)).status, 401);
});

test('the demo is served for a room under a policy that allows nothing inline', async () => {
  const response = await fetch(`${server.url}/r/some-room`);
  assert.equal(response.status, 200);
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.doesNotMatch(policy, /unsafe-/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.equal(response.headers.get('access-control-allow-origin'), null);
  assert.doesNotMatch(await response.text(), /<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/);
});

test('the script can be loaded by other sites', async () => {
  const response = await fetch(`${server.url}/nexrtc.js`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
});

test('files outside the demo and the library are not served', async () => {
  for (const path of ['/package.json', '/scripts/start.mjs', '/demo/..%2fpackage.json']) {
    assert.ok((await fetch(server.url + path)).status >= 400, path);
  }
});

test('a second server on the port is refused', async () => {
  await assert.rejects(createServer({ port: server.port }), { code: 'EADDRINUSE' });
});

test('a budget allows its burst, then its rate', () => {
  let nowMs = 0;
  const budget = new MessageBudget({ burst: 3, perSecond: 2, now: () => nowMs });
  assert.deepEqual(
    [1, 2, 3, 4].map(() => budget.take()),
    [true, true, true, false],
  );
  nowMs = 1000;
  assert.deepEqual(
    [1, 2, 3].map(() => budget.take()),
    [true, true, false],
  );
});

test('the origin check takes listed origins exactly', () => {
  const isAllowed = originCheck(['https://a.example']);
  assert.ok(isAllowed('https://a.example', 'host'));
  assert.ok(!isAllowed('https://a.example.evil', 'host'));
  assert.ok(!isAllowed('http://a.example', 'host'));
  assert.ok(!isAllowed('null', 'host'));
  assert.ok(isAllowed('http://localhost:3000', 'host'));
});
