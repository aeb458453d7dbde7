import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { PeerServer } from 'peer';

const HOST = '127.0.0.1';
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.json': 'application/json', '.svg': 'image/svg+xml' };

function listening(server) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => resolve(server.address().port));
  });
}

/** Pages from memory (`pages`: path to text) and files below `roots` (prefix to folder). Nothing is cached. */
export async function serveFiles(pages, roots = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, `http://${HOST}`).pathname);
    const prefix = Object.keys(roots).find((root) => path.startsWith(root));
    try {
      const body = pages.get(path) ?? (await readFile(join(roots[prefix], normalize(path.slice(prefix.length)))));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html', 'cache-control': 'no-store' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  const port = await listening(server);
  return { origin: `http://${HOST}:${port}`, close: () => server.close() };
}

export async function startSignalling() {
  let app;
  const port = await new Promise((resolve) => {
    app = PeerServer({ host: HOST, port: 0, path: '/', concurrent_limit: 1000 }, (server) => resolve(server.address().port));
    // One malformed frame ends the process when nobody listens.
    app.on('error', () => undefined);
  });
  return { port };
}

/** A TCP proxy that holds every chunk back for `delayMs` in each direction, in order. */
export async function startDelayProxy(targetPort, delayMs) {
  const server = createTcpServer((client) => {
    const upstream = connect(targetPort, HOST);
    const pipe = (from, to) => {
      from.on('data', (chunk) => setTimeout(() => to.writable && to.write(chunk), delayMs));
      from.on('end', () => setTimeout(() => to.end(), delayMs));
      from.on('error', () => to.destroy());
    };
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    pipe(client, upstream);
    pipe(upstream, client);
  });
  return { port: await listening(server), close: () => server.close() };
}
