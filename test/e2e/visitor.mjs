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
export class Visitor {
  #devtools = null;
  #isShaped = false;

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

  /** The page's DevTools session, one for all uses. */
  devtools() {
    this.#devtools ??= this.page.context().newCDPSession(this.page);
    return this.#devtools;
  }

  /**
   * Shapes the page's packets, WebRTC's over UDP included, until shaped anew. It takes hold only when called once before
   * the page makes its first connection, and only with a latency of at least 1. Signalling (a WebSocket) is not shaped:
   * that is what the proxy is for.
   *
   * @param {object} [shape]
   * @param {number} [shape.latencyMs] held back in each direction
   * @param {number} [shape.packetLoss] percent; 100 is a blackout
   * @param {number | null} [shape.kbps] of each direction; null is no bound
   * @param {number | null} [shape.upKbps] of what the page sends, if not the same
   * @param {boolean} [shape.isOffline] the browser says so too (`navigator.onLine`)
   */
  async shape({ latencyMs = 1, packetLoss = 0, kbps = null, upKbps = kbps, isOffline = false } = {}) {
    const bytesPerSecond = (rate) => (rate === null ? -1 : (rate * 1_000) / 8);
    const session = await this.devtools();
    if (!this.#isShaped) await session.send('Network.enable');
    this.#isShaped = true;
    await session.send('Network.emulateNetworkConditions', {
      offline: isOffline,
      latency: latencyMs,
      packetLoss,
      downloadThroughput: bytesPerSecond(kbps),
      uploadThroughput: bytesPerSecond(upKbps),
    });
  }

  /** Freezes or resumes the page as the browser does to save power: scripts stop, media threads do not. */
  async setFrozenByBrowser(isFrozen) {
    await (await this.devtools()).send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' });
  }

  close() {
    return this.page.context().close();
  }
}
