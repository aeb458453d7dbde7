import { createServer as createHttpServer } from 'node:http';
import { Stage, until } from '../e2e/stage.mjs';

export const LIMIT_MS = 90_000;
let lastRoom = 0;

export const newRoom = () => `frame-${process.pid}-${(lastRoom += 1)}`;

/** The embed page on one origin, and two sites of other origins. */
export class FrameStage {
  #sites = [];
  /** What both sites answer. */
  body = '';

  static async open() {
    const frames = new FrameStage();
    frames.stage = await Stage.open();
    frames.browser = await frames.stage.browser();
    for (let count = 0; count < 2; count += 1) {
      const site = createHttpServer((_request, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(`<!doctype html><html lang="de"><meta charset="utf-8"><title>Host</title><body>${frames.body}</body></html>`);
      });
      await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
      frames.#sites.push(site);
    }
    [frames.host, frames.third] = frames.#sites.map((site) => `http://localhost:${site.address().port}`);
    frames.url = frames.stage.server.url;
    frames.embedUrl = `${frames.url}/embed/`;
    return frames;
  }

  tag(attributes, style = '') {
    return `<script type="module" src="${this.embedUrl}host.js"></script>
      <nex-call-frame style="height:400px;${style}" server="${this.stage.server.signalUrl}" ${attributes}></nex-call-frame>`;
  }

  /** A visitor of the host site with that body; `script` runs before it. */
  async show(html, script = '') {
    this.body = html;
    return this.visit(this.host, { initScript: script });
  }

  async visit(url, options = {}) {
    const visitor = await this.browser.visit('about:blank', options);
    visitor.page.setDefaultTimeout(LIMIT_MS);
    visitor.page.setDefaultNavigationTimeout(LIMIT_MS);
    await visitor.page.goto(url);
    return visitor;
  }

  /** The last: one that was replaced may still be on its way out. */
  inside(visitor) {
    return visitor.page.frames().findLast((frame) => frame !== visitor.page.mainFrame() && frame.url().startsWith(this.url));
  }

  async close() {
    for (const site of this.#sites) {
      site.closeAllConnections();
      site.close();
    }
    await this.stage.close();
  }
}

export const stateOf = ({ page }) => page.evaluate(() => document.querySelector('nex-call-frame').state);

/** Waits for the state that the host page was told. */
export const isIn = (visitor, status, others = 0) =>
  until(
    async () => {
      const state = await stateOf(visitor).catch(() => null);
      return state?.status === status && state.participants.filter(({ connection }) => connection === 'connected').length === others;
    },
    `${status} with ${others}`,
    LIMIT_MS,
  );
