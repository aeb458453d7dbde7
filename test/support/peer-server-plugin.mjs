import { createServer } from '../../scripts/server/create-server.mjs';

/**
 * A real PeerServer beside the tests.
 * `GET /__peer-server` → `{ url, isRunning }`; `url` is what `<nex-call server>` takes.
 * `POST /__peer-server/stop` cuts every socket; `POST /__peer-server/start` listens on the same port with no id known.
 */
export function peerServerPlugin() {
  let port;
  let server;

  async function start() {
    // A server of this machine takes a load of clients from one page: the limit has tests of its own.
    server ??= createServer({ port: port ?? 0, messageRate: { burst: 5000, perSecond: 1000 } });
    port = (await server).port;
  }

  async function stop() {
    const running = server;
    server = undefined;
    await (await running)?.close();
  }

  const actions = { '/__peer-server/start': start, '/__peer-server/stop': stop };

  return {
    name: 'peer-server',
    /** Goes into the runner's `middleware`: the plugin hook `serve` sees GET only. */
    async middleware(context, next) {
      if (!context.path.startsWith('/__peer-server')) return next();
      const action = actions[context.path];
      if (action && context.method === 'POST') await action();
      else if (port === undefined) await start();
      context.set('Cache-Control', 'no-store');
      context.body = { url: `http://localhost:${port}/signal`, isRunning: server !== undefined };
      return undefined;
    },
    serverStop: stop,
  };
}
