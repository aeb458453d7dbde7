import { createServer as createHttpServer } from 'node:http';
import compression from 'compression';
import express from 'express';
import { fromRoot } from '../project/from-root.mjs';
import { embedPages } from './embed-pages.mjs';
import { securityHeaders } from './security-headers.mjs';
import { createSignalling } from './signalling.mjs';

const LIBRARY_FILE = /^\/(?:nexrtc(?:\.classic)?\.js(?:\.map)?|integrity\.json)$/;
const HASHED_FILE_CACHE = 'public, max-age=31536000, immutable';

/** What another site may load from here: the script, its chunks, their maps, and the themes. */
function library() {
  const files = express.Router();
  files.use(['/chunks', '/themes', LIBRARY_FILE], (_request, response, next) => {
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    });
    next();
  });
  const setHeaders = (response) => response.set('Cache-Control', HASHED_FILE_CACHE);
  files.use('/chunks', express.static(fromRoot('dist/cdn/chunks'), { index: false, setHeaders }));
  files.use('/themes', express.static(fromRoot('dist/themes'), { index: false, cacheControl: false }));
  files.get(LIBRARY_FILE, (request, response) => {
    response.sendFile(request.path.slice(1), { root: fromRoot('dist/cdn'), cacheControl: false });
  });
  return files;
}

function demo() {
  const pages = express.Router();
  pages.use(securityHeaders);
  const page = (_request, response) => response.sendFile('index.html', { root: fromRoot('demo'), cacheControl: false });
  pages.get('/', page);
  pages.get('/r/:room', page);
  pages.use('/demo', express.static(fromRoot('demo'), { index: false }));
  return pages;
}

/**
 * One HTTP server: the demo at `/`, the library at `/nexrtc.js`, signalling at `/signal`, the page for frames at `/embed/`.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0, the default, takes any free one
 * @param {string} [options.host] the address to listen on; this machine only when missing
 * @param {readonly string[]} [options.embedOrigins] sites that may show `/embed/` in a frame; every one when missing
 * @param {readonly string[]} [options.allowedOrigins] pages elsewhere that may use the signalling
 * @param {{ burst?: number, perSecond?: number }} [options.messageRate] messages of one connection
 * @param {(request: import('node:http').IncomingMessage) => boolean} [options.authorize] a further say on each socket
 * @returns {Promise<{ port: number, url: string, signalUrl: string, close: () => Promise<void> }>}
 *   rejects with Node's listen error (`EADDRINUSE`, `EACCES`)
 */
export async function createServer({ port = 0, host = '127.0.0.1', embedOrigins, ...signallingOptions } = {}) {
  const app = express();
  app.disable('x-powered-by');
  const httpServer = createHttpServer(app);
  await new Promise((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(port, host, resolve);
  });
  // Only now: PeerServer starts timers that cannot be stopped, and takes the server's errors for its own.
  const signalling = createSignalling(httpServer, signallingOptions);
  app.use('/signal', signalling.app);
  // What joining loads is three times as large without it.
  app.use(compression());
  app.use(library());
  app.use(embedPages({ embedOrigins }));
  app.use(demo());

  const usedPort = httpServer.address().port;
  const url = `http://localhost:${usedPort}`;
  let closing;
  return {
    port: usedPort,
    url,
    signalUrl: `${url}/signal`,
    close() {
      closing ??= new Promise((resolve) => {
        httpServer.close(() => resolve());
        signalling.closeSockets();
        httpServer.closeAllConnections();
      });
      return closing;
    },
  };
}
