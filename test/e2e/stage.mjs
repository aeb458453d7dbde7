import { createServer as createHttpServer } from 'node:http';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from '../../scripts/machine/browser-flags.mjs';
import { findBrowser } from '../../scripts/machine/find-browser.mjs';
import { startServerProcess } from './server-process.mjs';
import { startTcpProxy } from './lab/tcp-proxy.mjs';
import { startTurnServer } from './lab/turn-server.mjs';
import { Visitor } from './visitor.mjs';

/** Servers and browsers of one test file; `close()` ends what it started and nothing else. */
export class Stage {
  #browsers = [];
  #servers = [];
  #stops = [];
  /** Everybody who came, for a look at how it ended. */
  visitors = [];

  static async open() {
    const stage = new Stage();
    await stage.startServer();
    return stage;
  }

  /** A line to the server that can be held, cut and delayed; its `signalUrl` is for `hostPage`. */
  async line(server = this.server) {
    const proxy = await startTcpProxy(server.port);
    this.#stops.push(() => proxy.close());
    return Object.assign(proxy, { signalUrl: `http://localhost:${proxy.port}/signal` });
  }

  /** A further server, for rooms that are apart. */
  async furtherServer() {
    const server = await startServerProcess(0);
    this.#stops.push(() => server.close());
    return server;
  }

  /** Something else that ends with the stage. */
  keep(closable) {
    this.#stops.push(() => closable.close());
  }

  /** A TURN server; see `startTurnServer`. */
  async turn(options) {
    const turn = await startTurnServer(options);
    this.#stops.push(() => turn.close());
    return turn;
  }

  async startServer() {
    this.server = await startServerProcess(this.server?.port ?? 0);
  }

  /** A page of another origin that pasted the tag. `before` puts the script above the tag. */
  async hostPage({ room, attributes = '', isScriptFirst = true, server = this.server.signalUrl }) {
    const script = `<script type="module" src="${this.server.url}/nexrtc.js"></script>`;
    const tag = `<nex-call room="${room}" server="${server}" ${attributes}></nex-call>`;
    const body = isScriptFirst ? script + tag : tag + script;
    const http = createHttpServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><html lang="en"><title>Host</title><body>${body}</body></html>`);
    });
    await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
    this.#servers.push(http);
    return `http://localhost:${http.address().port}/`;
  }

  /** `flags` are added; those that start with a name in `without` are left out. */
  async browser({ flags = [], without = [] } = {}) {
    const kept = BROWSER_FLAGS.filter((flag) => !without.some((name) => flag.startsWith(name)));
    const server = await chromium.launchServer({ executablePath: findBrowser(), args: [...kept, ...flags] });
    const browser = await chromium.connect(server.wsEndpoint());
    this.#browsers.push(server);
    return {
      visit: async (url, options = {}) => {
        const context = await browser.newContext({ viewport: { width: 640, height: 480 }, ...options });
        const page = await context.newPage();
        if (options.initScript) await page.addInitScript(options.initScript);
        const visitor = new Visitor(page);
        this.visitors.push(visitor);
        if (options.shape) await visitor.shape(options.shape);
        await page.goto(url);
        return visitor;
      },
      /** Stops or continues the processes that run this browser's pages, as a sleeping device does. */
      setFrozen: async (isFrozen) => {
        for (const pid of await pidsOf(browser, 'renderer')) process.kill(pid, isFrozen ? 'SIGSTOP' : 'SIGCONT');
      },
      /** Of the processes of a type (as DevTools names them, '' for all). */
      pids: (type) => pidsOf(browser, type),
      /**
       * Ends the process that captures from cameras: what a page sees when one is pulled out. Its track ends, and nobody
       * took a permission away. The browser starts another when it is next asked for a camera.
       */
      endCapture: async () => {
        for (const pid of await pidsOf(browser, 'video_capture')) process.kill(pid, 'SIGKILL');
      },
      /** `setting` is DevTools' `Browser.setPermission`, for the visitor at `url`. */
      setPermission: (url, setting) => setPermission(browser, url, setting),
      kill: () => {
        // Playwright waits forever for one that is dead already.
        this.#browsers = this.#browsers.filter((other) => other !== server);
        return server.kill();
      },
    };
  }

  async endBrowsers() {
    const browsers = this.#browsers;
    this.#browsers = [];
    await Promise.all(browsers.map((browser) => browser.kill()));
  }

  async close() {
    await this.endBrowsers();
    for (const http of this.#servers) {
      http.closeAllConnections();
      http.close();
    }
    for (const stop of this.#stops) await stop();
    await this.server.close();
  }
}

async function setPermission(browser, url, setting) {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const { browserContextId } = targetInfos.find((target) => target.url === url);
  await session.send('Browser.setPermission', { ...setting, browserContextId });
  await session.detach();
}

async function pidsOf(browser, type) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter((process) => process.type.startsWith(type)).map(({ id }) => id);
}

/** Waits until `isTrue`, looking every 50 ms. Answers how long it took, in milliseconds. */
export async function until(isTrue, what, timeoutMs = 15_000) {
  const start = Date.now();
  for (;;) {
    if (await isTrue()) return Date.now() - start;
    if (Date.now() - start > timeoutMs) throw new Error(`not in ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Every visitor sees `count` others connected. */
export function allConnected(visitors, count = visitors.length - 1) {
  return until(
    async () =>
      (await Promise.all(visitors.map((visitor) => visitor.state()))).every(
        ({ others }) => others.length === count && others.every(({ connection }) => connection === 'connected'),
      ),
    `${visitors.length} visitors with ${count} others each`,
  );
}

/** Every visitor has `count` pictures that move. */
export async function allSee(visitors, count = visitors.length) {
  for (const visitor of visitors) {
    const before = await visitor.frames();
    await until(
      async () => (await visitor.frames()).filter((frames, index) => frames > (before[index] ?? 0)).length >= count,
      `${count} moving pictures`,
    );
  }
}
