import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { fromRoot } from '../../../scripts/project/from-root.mjs';

const runFile = promisify(execFile);
/** An install or a build that takes longer has hung. */
const STEP_LIMIT_MS = 240_000;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };
// Nothing is asked of the registry but the packages, and none of this project's own settings for tests reach the tools.
const ENV = { ...process.env, CI: 'true', ASTRO_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', npm_config_update_notifier: 'false' };

async function run(folder, command, args) {
  try {
    return (await runFile(command, args, { cwd: folder, env: ENV, timeout: STEP_LIMIT_MS, maxBuffer: 2 ** 26 })).stdout;
  } catch (error) {
    throw new Error(`${[command, ...args].join(' ')}: ${error.message}\n${error.stdout}\n${error.stderr}`);
  }
}

/** The package as npm would publish it, in a folder of its own. */
export async function packPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'nexrtc-pack-'));
  // Without its scripts: what was built is packed.
  const [{ filename, files }] = JSON.parse(
    await run(fromRoot('.'), 'npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]),
  );
  return {
    path: join(folder, filename),
    files: files.map(({ path }) => path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * A copy of `examples/<name>` in an empty folder, with the packed package and what the example names installed; `versions`
 * are others than it names.
 */
export async function installExample(name, tarball, versions = {}) {
  const folder = mkdtempSync(join(tmpdir(), `nexrtc-${name}-`));
  const servers = [];
  cpSync(fromRoot(`examples/${name}`), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const list of [manifest.dependencies, manifest.devDependencies ?? {}])
    for (const [dependency, version] of Object.entries(versions)) if (dependency in list) list[dependency] = version;
  manifest.dependencies.nexrtc = `file:${tarball}`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  await run(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']);
  return {
    folder,
    script: (script) => run(folder, 'npm', ['run', '--silent', script]),
    /** Serves what was built; answers its address. */
    async serve() {
      const http = createServer((request, response) => answer(join(folder, 'dist'), request.url, response));
      await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
      servers.push(http);
      return `http://localhost:${http.address().port}/`;
    },
    remove() {
      for (const http of servers) {
        http.closeAllConnections();
        http.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answer(root, url, response) {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
  try {
    const body = readFileSync(file);
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}
