import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { startTcpProxy } from './lab/tcp-proxy.mjs';

const SHORT_MS = 100;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A server that answers every chunk with its own name and the chunk. */
async function startEcho(name) {
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('data', (chunk) => socket.write(`${name}:${chunk}`));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: server.address().port, close };
}

describe('the line on which faults are put', () => {
  let [one, two, line] = [];
  before(async () => {
    [one, two] = [await startEcho('one'), await startEcho('two')];
  });
  after(() => [one, two].forEach((echo) => echo.close()));
  beforeEach(async () => {
    line = await startTcpProxy(one.port);
  });
  afterEach(() => line.close());

  const dial = () => {
    const socket = connect(line.port, '127.0.0.1');
    const heard = { text: '', isClosed: false };
    socket.on('data', (chunk) => (heard.text += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => (heard.isClosed = true));
    return { socket, heard };
  };

  it('brings everything while nothing is put on it', async () => {
    const { socket, heard } = dial();
    socket.write('a');
    await pause(SHORT_MS);
    assert.equal(heard.text, 'one:a');
    assert.equal(line.connections.length, 1);
  });

  it('holds what is sent and the connections that are made, and brings them when released', async () => {
    const early = dial();
    await once(early.socket, 'connect');
    line.hold();
    const late = dial();
    early.socket.write('a');
    late.socket.write('b');
    await pause(SHORT_MS);
    assert.deepEqual([early.heard.text, late.heard.text], ['', '']);
    line.release();
    await pause(SHORT_MS);
    assert.deepEqual([early.heard.text, late.heard.text], ['one:a', 'one:b']);
  });

  it('swallows all on old connections and leaves them open, and lets new ones pass', async () => {
    const old = dial();
    old.socket.write('a');
    await pause(SHORT_MS);
    line.blackHole();
    old.socket.write('b');
    const young = dial();
    young.socket.write('c');
    await pause(SHORT_MS);
    assert.deepEqual([old.heard.text, old.heard.isClosed, young.heard.text], ['one:a', false, 'one:c']);
  });

  it('resets connections when cut', async () => {
    const { socket, heard } = dial();
    socket.write('a');
    await pause(SHORT_MS);
    line.cut();
    await pause(SHORT_MS);
    assert.equal(heard.isClosed, true);
  });

  it('delays each direction and keeps the order', async () => {
    line.setDelay(100);
    const { socket, heard } = dial();
    const startedAt = Date.now();
    for (const letter of 'abc') socket.write(letter);
    await once(socket, 'data');
    assert.ok(Date.now() - startedAt >= 195, 'there and back');
    await pause(SHORT_MS);
    assert.match(heard.text.replaceAll('one:', ''), /^abc$/);
  });

  it('leads new connections elsewhere', async () => {
    line.aim(two.port);
    const { socket, heard } = dial();
    socket.write('a');
    await pause(SHORT_MS);
    assert.equal(heard.text, 'two:a');
  });
});
