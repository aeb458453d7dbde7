import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from '../../scripts/machine/browser-flags.mjs';
import { findBrowser } from '../../scripts/machine/find-browser.mjs';
import { fromRoot } from '../../scripts/project/from-root.mjs';

const HTML = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Pictures</title>
<style>
  html { color-scheme: light dark; font-family: sans-serif; }
  body { margin: 0; }
  nex-call { block-size: 100vh; }
  #press { position: fixed; inset: 0 auto auto 0; inline-size: 2px; block-size: 2px; padding: 0; border: 0; opacity: 0; z-index: 9; }
</style><body><button id="press" aria-label="Press"></button><main></main></body></html>`;
/** The same letters and colours on every screen, and no scroll bars, which every system has its own of. */
const FLAGS = [...BROWSER_FLAGS, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars'];
/** The pictures of the stories, standing still. */
const STILL = {
  name: 'still',
  setup: (build) => build.onResolve({ filter: /\/sample-(stream|screen)\.js$/ }, () => ({ path: fromRoot('test/visual/still-stream.ts') })),
};

/** The page of a mouse and the page of a finger, each with the whole interface, in which nothing moves and time stands still. */
export class VisualStage {
  #pages = {};

  /** The names of the states, and the size of some letters, by which it is known which ones this machine has. */
  states = [];
  letters = '';

  static async open() {
    const [{ outputFiles }, browser] = await Promise.all([
      build({
        entryPoints: [fromRoot('test/visual/page.ts')],
        bundle: true,
        format: 'iife',
        target: 'es2022',
        tsconfig: fromRoot('tsconfig.json'),
        plugins: [STILL],
        write: false,
        logLevel: 'error',
      }),
      chromium.launch({ executablePath: findBrowser(), args: FLAGS }),
    ]);
    const stage = new VisualStage();
    stage.browser = browser;
    const script = outputFiles[0].text;
    stage.#pages.mouse = await openPage(browser, script, {});
    stage.#pages.finger = await openPage(browser, script, { isMobile: true, hasTouch: true });
    stage.states = await stage.#pages.mouse.evaluate(() => globalThis.visualStates);
    stage.letters = await stage.#pages.mouse.evaluate(() => globalThis.letters());
    return stage;
  }

  /** Shows a state of `states.ts`, in light; `pointer` is `mouse` or `finger`. */
  async show(state, { width, height, pointer }) {
    const page = this.#pages[pointer];
    this.page = page;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate((name) => globalThis.show(name), state);
    if (!(await page.evaluate((name) => globalThis.isMore(name), state))) return;
    // Focus that a script moves is shown as after a press.
    await page.mouse.click(1, 1);
    await page.evaluate((name) => globalThis.showMore(name), state);
  }

  /** A PNG of what is shown; `colorScheme` is `light` or `dark`. */
  async picture(colorScheme) {
    if (colorScheme === 'dark') {
      await this.page.emulateMedia({ colorScheme });
      await this.page.evaluate(() => globalThis.settle(1));
    }
    return this.page.screenshot({ animations: 'disabled' });
  }

  /** Adds rules to the toolbar, in place of those added before. */
  async changeToolbar(css) {
    await this.page.evaluate((rules) => globalThis.changeToolbar(rules), css);
    await this.page.evaluate(() => globalThis.settle(1));
  }

  async close() {
    await this.browser.close();
  }
}

async function openPage(browser, script, options) {
  const page = await browser.newPage({ ...options, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC', deviceScaleFactor: 1 });
  await page.clock.setFixedTime('2026-03-12T09:45:00Z');
  await page.route('https://visual.test/**', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
  await page.goto('https://visual.test/');
  await page.addScriptTag({ content: script });
  return page;
}
