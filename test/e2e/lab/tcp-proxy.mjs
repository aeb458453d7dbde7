import { connect, createServer } from 'node:net';

const HOST = '127.0.0.1';

/**
 * A line that faults can be put on, in front of a TCP server of this machine. All bytes pass until told otherwise.
 *
 * - `cut()`: resets the connections that are open; new ones pass.
 * - `blackHole()`: the connections that are open stay so and carry nothing ever again, as when a router forgot them; new
 *   ones pass.
 * - `hold()` and `release()`: nothing arrives, nothing is lost, as in a short blackout; new connections wait too.
 * - `setDelay(ms)`: each direction from now on.
 * - `aim(port)`: new connections lead to another server.
 * - `connections`: the times at which clients connected, in milliseconds since the epoch.
 *
 * @param {number} targetPort
 */
export async function startTcpProxy(targetPort) {
  const pairs = new Set();
  const connections = [];
  let target = targetPort;
  let delayMs = 0;
  let isHeld = false;
  let onRelease = [];

  const whenReleased = (work) => (isHeld ? onRelease.push(work) : work());

  const server = createServer({ allowHalfOpen: false }, (client) => {
    connections.push(Date.now());
    const pair = { isDead: false, ends: [client] };
    pairs.add(pair);
    client.setNoDelay(true);
    const destroy = () => {
      pairs.delete(pair);
      for (const end of pair.ends) end.destroy();
    };
    const pass = (from, to) => {
      // Timers of equal delay fire in the order they were set, so bytes keep theirs.
      const after = (work) => setTimeout(() => whenReleased(() => pair.isDead || work()), delayMs);
      from.on('data', (chunk) => after(() => to.writable && to.write(chunk)));
      from.on('close', () => after(destroy));
      from.on('error', () => undefined);
    };
    const open = () => {
      const upstream = connect(target, HOST);
      upstream.setNoDelay(true);
      pair.ends.push(upstream);
      pass(client, upstream);
      pass(upstream, client);
    };
    client.on('error', destroy);
    whenReleased(open);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, resolve);
  });

  return {
    port: server.address().port,
    connections,
    cut() {
      for (const { ends } of pairs) for (const end of ends) end.resetAndDestroy();
      pairs.clear();
    },
    blackHole() {
      for (const pair of pairs) pair.isDead = true;
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      const works = onRelease;
      onRelease = [];
      for (const work of works) work();
    },
    setDelay(ms) {
      delayMs = ms;
    },
    aim(port) {
      target = port;
    },
    async close() {
      for (const { ends } of pairs) for (const end of ends) end.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
