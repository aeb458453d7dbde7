import { createServer as createHttpServer } from 'node:http';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from '../../scripts/browser-flags.mjs';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { startServerProcess } from './server-process.mjs';

/** Runs in the page: every `<video>` below `root`, through shadow roots. */
const FIND_VIDEOS = `(root) => {
  const found = [];
  const walk = (node) => {
    for (const element of node.querySelectorAll('*')) {
      if (element.localName === 'video') found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(root);
  return found;
}`;

/** One participant: a page with a pasted tag, seen only as its visitor sees it (and by the public `call`). */
class Visitor {
  constructor(page) {
    this.page = page;
    this.pageErrors = [];
    page.on('pageerror', (error) => this.pageErrors.push(error.message));
  }

  join() {
    return this.page.evaluate(async () => {
      await customElements.whenDefined('nex-call');
      await document.querySelector('nex-call').join();
    });
  }

  leave() {
    return this.page.evaluate(() => document.querySelector('nex-call').leave());
  }

  do(intent, ...values) {
    return this.page.evaluate(([name, list]) => document.querySelector('nex-call').call[name](...list), [intent, values]);
  }

  state() {
    return this.page.evaluate(() => {
      const { status, participants, microphone, camera, screen, error } = document.querySelector('nex-call').call.state;
      const others = participants.map(({ id, name, connection, camera: theirCamera, microphone: theirs }) => ({
        id,
        name,
        connection,
        camera: theirCamera,
        microphone: theirs,
      }));
      return { status, others, microphone, camera, screen, error: error?.code ?? null };
    });
  }

  /** Frames shown by each picture on the page. */
  frames() {
    return this.page.evaluate(`(${FIND_VIDEOS})(document).map((video) => video.getVideoPlaybackQuality().totalVideoFrames)`);
  }

  /** The others from whom sound above silence arrives within `waitMs`. */
  heard(waitMs = 4_000) {
    return this.page.evaluate(async (limitMs) => {
      const { call } = document.querySelector('nex-call');
      const heard = new Set();
      const stops = call.state.participants.map(({ id }) =>
        call.onAudioLevel(id, (level) => {
          if (level > 0.01) heard.add(id);
        }),
      );
      const deadline = Date.now() + limitMs;
      while (heard.size < stops.length && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
      for (const stop of stops) stop();
      return heard.size;
    }, waitMs);
  }

  /** What stands on the page inside the widget, shadow roots included. */
  words() {
    return this.page.evaluate(() => {
      const texts = [];
      const walk = (node) => {
        for (const child of node.childNodes) {
          if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent.trim());
          else if (child.localName !== 'style') walk(child);
        }
        if (node.shadowRoot) walk(node.shadowRoot);
      };
      walk(document.querySelector('nex-call'));
      return texts.filter(Boolean).join(' ');
    });
  }

  close() {
    return this.page.context().close();
  }
}

/** Servers and browsers of one test file; `close()` ends what it started and nothing else. */
export class Stage {
  #browsers = [];
  #servers = [];

  static async open() {
    const stage = new Stage();
    await stage.startServer();
    return stage;
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
        await page.goto(url);
        return new Visitor(page);
      },
      kill: () => {
        // Playwright waits forever for one that is dead already.
        this.#browsers = this.#browsers.filter((other) => other !== server);
        return server.kill();
      },
    };
  }

  async close() {
    await Promise.all(this.#browsers.map((browser) => browser.kill()));
    for (const http of this.#servers) {
      http.closeAllConnections();
      http.close();
    }
    await this.server.close();
  }
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
