import { createServer } from 'node:http';
import { build } from 'esbuild';
import { fromRoot } from '../../../scripts/project/from-root.mjs';

/** Standing pictures, in place of the stories' moving ones. */
const STILL = {
  name: 'still',
  setup: (hooks) => hooks.onResolve({ filter: /\/sample-(stream|screen)\.js$/ }, () => ({ path: fromRoot('test/visual/still-stream.ts') })),
};
const NOW = Date.UTC(2026, 2, 12, 9, 45);

/** Serves a page for each of `styles` (by its name, `plain` without any) that shows fake calls; see test/visual/page.ts. */
export async function startLooksStage(styles) {
  const { outputFiles } = await build({
    entryPoints: [fromRoot('test/visual/page.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    tsconfig: fromRoot('tsconfig.json'),
    plugins: [STILL],
    write: false,
    logLevel: 'error',
  });
  const script = outputFiles[0].contents;
  const server = createServer((request, response) => {
    const path = request.url.slice(1);
    response.setHeader('Content-Type', path === 'script.js' ? 'text/javascript' : 'text/html');
    response.end(path === 'script.js' ? script : pageOf(styles[path] ?? ''));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: (name) => `http://127.0.0.1:${server.address().port}/${name}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pageOf(style) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>
<style>html { font-family: sans-serif; } body { margin: 0; }</style><style>${style}</style>
<body><main style="display: block !important; inline-size: 900px !important; writing-mode: horizontal-tb !important; font-family: sans-serif !important"></main>
<script>Date.now = () => ${NOW}; history.replaceState(null, '', '/');</script><script src="/script.js"></script>`;
}

/** Shows a state on the page, at rest. */
export async function showState(page, state) {
  await page.evaluate((name) => globalThis.show(name), state);
  if (await page.evaluate((name) => globalThis.isMore(name), state)) await page.evaluate((name) => globalThis.showMore(name), state);
}

/** Runs in the page: where everything inside of the call stands, in pixels from its box, and how its text is written. */
export const READ_LOOKS = () => {
  const base = document.querySelector('nex-call').shadowRoot.querySelector('.base');
  const home = base.getBoundingClientRect();
  const found = [];
  const walk = (root) => {
    for (const element of root.children) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (width > 0 && height > 0)
        found.push({
          name: `${element.localName}.${element.getAttribute('class') ?? ''}`,
          box: [x - home.x, y - home.y, width, height].map((value) => Math.round(value * 2) / 2),
          text: [
            'color',
            'fontSize',
            'fontWeight',
            'fontStyle',
            'letterSpacing',
            'wordSpacing',
            'lineHeight',
            'textTransform',
            'textAlign',
            'textIndent',
            'textShadow',
            'whiteSpace',
            'cursor',
            'fill',
            'stroke',
            'visibility',
            'direction',
            'writingMode',
          ]
            .map((property) => style[property])
            .join(' '),
        });
      walk(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(base);
  return { home: { x: home.x, y: home.y, width: home.width, height: home.height }, found };
};
