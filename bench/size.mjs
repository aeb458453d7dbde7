import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { webrtcAdapterStub } from '../test/support/webrtc-adapter-stub.mjs';
import { launchBrowser } from './browser.mjs';
import { serveFiles, startSignalling } from './servers.mjs';
import { formatTable } from './statistics.mjs';

const root = new URL('..', import.meta.url).pathname;
const JOIN_TIMEOUT_MS = 15_000;
/** What a page loads without anybody's doing has come by then. */
const IDLE_MS = 1000;
const gzipBytes = (content) => gzipSync(content, { level: 9 }).length;

async function peerjsBytes(plugins) {
  const result = await build({
    stdin: { contents: 'export { Peer } from "peerjs";', resolveDir: root },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    plugins,
  });
  return gzipBytes(result.outputFiles[0].contents);
}

/** The files a page with the paste-in tag asks for until `event` came from its `<nex-call>`; null waits a moment. */
async function filesUntil(event, attributes) {
  const signalling = await startSignalling();
  const page = `<!doctype html><title>join path</title>
    <nex-call room="join-path" server="http://127.0.0.1:${signalling.port}/" ice-servers="[]" ${attributes}></nex-call>
    <script type="module">
      globalThis.happened = new Promise((resolve) => document.querySelector('nex-call').addEventListener('${event}', resolve));
      await import('/cdn/nexrtc.js');
      globalThis.isLoaded = true;
    </script>`;
  const files = await serveFiles(new Map([['/', page]]), { '/cdn/': `${root}dist/cdn` });
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    const asked = new Set();
    tab.on('requestfinished', (request) => {
      const path = new URL(request.url()).pathname;
      if (path.startsWith('/cdn/')) asked.add(path.slice('/cdn/'.length));
    });
    await tab.goto(files.origin);
    await tab.waitForFunction(() => globalThis.isLoaded, undefined, { timeout: JOIN_TIMEOUT_MS });
    const hasHappened = await Promise.race([
      tab.evaluate(() => globalThis.happened.then(() => true)),
      new Promise((resolve) => setTimeout(() => resolve(false), event === null ? IDLE_MS : JOIN_TIMEOUT_MS)),
    ]);
    return { asked: [...asked], hasHappened };
  } finally {
    await browser.close();
    files.close();
  }
}

async function totalBytes(names) {
  let total = 0;
  for (const name of names) total += gzipBytes(await readFile(`${root}dist/cdn/${name}`));
  return total;
}

export async function measureSizes() {
  const rows = [];
  if (existsSync(`${root}dist/cdn/nexrtc.js`)) {
    const lobby = await filesUntil(null, '');
    rows.push({ what: 'nexrtc: loaded with the page', bytes: await totalBytes(lobby.asked), files: lobby.asked.length });
    const join = await filesUntil('nex-call-joined', 'autojoin name="Bench"');
    const what = join.hasHappened ? 'nexrtc: join path' : 'nexrtc: loaded, but it did not join';
    rows.push({ what, bytes: await totalBytes(join.asked), files: join.asked.length });
  } else {
    rows.push({ what: 'nexrtc: not built (npm run build)', bytes: null, files: 0 });
  }
  rows.push({ what: 'peerjs alone', bytes: await peerjsBytes([]), files: 1 });
  rows.push({ what: 'peerjs without webrtc-adapter', bytes: await peerjsBytes([webrtcAdapterStub]), files: 1 });
  return rows;
}

export function formatSizes(rows) {
  const plain = rows.find(({ what }) => what === 'peerjs alone').bytes;
  return formatTable(
    ['what', 'gzip kB', 'files', '÷ peerjs'],
    rows.map(({ what, bytes, files }) =>
      bytes === null ? [what, '–', '–', '–'] : [what, (bytes / 1000).toFixed(1), files, (bytes / plain).toFixed(2)],
    ),
  );
}
