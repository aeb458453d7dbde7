import { createServer } from '../../scripts/server/create-server.mjs';

/**
 * A real PeerServer beside the tests, and a second one when it is asked for (`/__peer-server/second` instead).
 * `GET /__peer-server` → `{ url, isRunning }`; `url` is what `<nex-call server>` takes.
 * `POST /__peer-server/stop` cuts every socket; `POST /__peer-server/start` listens on the same port with no id known.
 */
export function peerServerPlugin() {
  const first = createOne();
  const second = createOne();

  return {
    name: 'peer-server',
    /** Goes into the runner's `middleware`: the plugin hook `serve` sees GET only. */
    async middleware(context, next) {
      const [, which, action] = /^\/__peer-server(\/second)?(\/stop|\/start)?$/.exec(context.path) ?? [null];
      if (!context.path.startsWith('/__peer-server')) return next();
      const one = which ? second : first;
      if (context.method === 'POST' && action === '/start') await one.start();
      else if (context.method === 'POST' && action === '/stop') await one.stop();
      else if (one.port === undefined) await one.start();
      context.set('Cache-Control', 'no-store');
      context.body = { url: `http://localhost:${one.port}/signal`, isRunning: one.isRunning };
      return undefined;
    },
    async serverStop() {
      await Promise.all([first.stop(), second.stop()]);
    },
  };
}

function createOne() {
  let port;
  let server;

  return {
    get port() {
      return port;
    },
    get isRunning() {
      return server !== undefined;
    },
    async start() {
      // A server of this machine takes a load of clients from one page: the limit has tests of its own.
      server ??= createServer({ port: port ?? 0, messageRate: { burst: 5000, perSecond: 1000 } });
      port = (await server).port;
    },
    async stop() {
      const running = server;
      server = undefined;
      await (await running)?.close();
    },
  };
}
