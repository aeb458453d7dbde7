import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fromRoot } from '../../../scripts/project/from-root.mjs';

const CDN = fromRoot('dist/cdn');
const TYPES = { js: 'text/javascript', json: 'application/json', map: 'application/json' };

/** A host of the built script with faults: any folder (`/one/nexrtc.js`, `/two/nexrtc.js`) holds the same files. */
export class ScriptHost {
  /** Paths that were asked for, as they were. */
  requests = [];
  /** Files that were given, without folder and query. */
  given = [];
  #rules = [];
  #server;
  #port = 0;

  static async open() {
    const host = new ScriptHost();
    await host.start();
    return host;
  }

  get url() {
    return `http://localhost:${this.#port}`;
  }

  /** Again where it was, after `stop()`. */
  async start() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = this.#server.address().port;
  }

  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  close() {
    return this.stop();
  }

  /** Answers 503 for files whose path fits, so many times. */
  fail(pattern, times = Infinity) {
    const rule = { pattern, times, isFailure: true };
    this.#rules.push(rule);
    return () => {
      rule.times = 0;
    };
  }

  /** Answers such files only when the returned function is called. */
  hold(pattern) {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    this.#rules.push({ pattern, times: Infinity, released });
    return release;
  }

  /** No faults any more. */
  forget() {
    this.#rules = [];
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, this.url);
    this.requests.push(request.url);
    response.setHeader('Access-Control-Allow-Origin', '*');
    const name = decodeURIComponent(pathname).replace(/^\/[^/]+\//, '');
    const file = `${CDN}/${name}`;
    for (const rule of this.#rules.filter(({ pattern, times }) => times > 0 && pattern.test(decodeURIComponent(pathname)))) {
      rule.times--;
      if (rule.isFailure) return response.writeHead(503).end();
      await rule.released;
    }
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader('Content-Type', TYPES[file.split('.').at(-1)]);
    this.given.push(name);
    createReadStream(file).pipe(response);
  }
}

/** Pages of a site: `page(html, headers)` answers the address of a new one. */
export class PageHost {
  #pages = [];
  #server = createServer((request, response) => {
    const { html, headers } = this.#pages[Number(request.url.slice(1))] ?? { html: '', headers: {} };
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html);
  });

  static async open() {
    const host = new PageHost();
    await new Promise((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  page({ head = '', body = '', headers = {} }) {
    this.#pages.push({
      html: `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body>${body}</body></html>`,
      headers,
    });
    return `http://localhost:${this.#server.address().port}/${this.#pages.length - 1}`;
  }

  close() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }
}
