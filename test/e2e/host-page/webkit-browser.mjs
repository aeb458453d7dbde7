import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const START_MS = 20_000;

/** WebKitGTK on a screen of its own, by WebDriver over plain HTTP; it knows `goto`, `evaluate`, `screenshot` and `resize`. */
export class WebkitBrowser {
  #processes = [];
  #session = '';

  /** `programs` as `findWebkit()` answers them. */
  static async open({ driver, display, browser }) {
    const page = new WebkitBrowser();
    try {
      const screen = await startDisplay(display);
      page.#processes.push(screen.process);
      const port = await freePort();
      const env = {
        ...process.env,
        DISPLAY: screen.name,
        GDK_BACKEND: 'x11',
        LIBGL_ALWAYS_SOFTWARE: '1',
        NO_AT_BRIDGE: '1',
        // It has no other way to start as root, or in a container.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      };
      page.#processes.push(spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env }));
      page.#session = `http://127.0.0.1:${port}/session`;
      const options = { binary: browser, args: ['--automation'] };
      const { sessionId } = await page.#begin({ capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
      page.#session += `/${sessionId}`;
      return page;
    } catch (error) {
      await page.close();
      throw error;
    }
  }

  goto(url) {
    return this.#ask('POST', '/url', { url });
  }

  /** Calls the function in the page and answers what it, or its promise, gives. */
  async evaluate(run, ...values) {
    const script = `const [values, done] = arguments;
      Promise.resolve().then(() => (${run})(...values)).then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`;
    const { value, error } = await this.#ask('POST', '/execute/async', { script, args: [values] });
    if (error) throw new Error(error);
    return value;
  }

  /** Of the window; it gets no smaller than its own buttons. */
  resize(width, height) {
    return this.#ask('POST', '/window/rect', { width, height, x: 0, y: 0 });
  }

  /** A PNG. */
  async screenshot() {
    return Buffer.from(await this.#ask('GET', '/screenshot'), 'base64');
  }

  async close() {
    if (this.#session) await this.#ask('DELETE', '').catch(() => undefined);
    for (const each of this.#processes.reverse()) each.kill();
  }

  /** The driver listens a moment after it has started. */
  async #begin(body) {
    const end = Date.now() + START_MS;
    for (;;) {
      try {
        return await this.#ask('POST', '', body);
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async #ask(method, path, body) {
    const response = await fetch(this.#session + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
}

/** Xvfb chooses a number that is free, and says it. */
async function startDisplay(program) {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const display = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    display.stdio[3].once('data', (data) => resolve(String(data).trim()));
    display.once('error', reject);
    display.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  return { process: display, name: `:${number}` };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
