import { execFile, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findWordpress, WORDPRESS_MISSING } from '../../scripts/machine/find-wordpress.mjs';
import { until } from '../e2e/stage.mjs';

const run = promisify(execFile);
const START_LIMIT_MS = 60_000;
const KEYS = ['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'];
/** A page and nothing else, so that no theme has to be there. */
const THEME = `<!doctype html><html <?php language_attributes(); ?>><head><meta charset="utf-8"><title>Site</title><?php wp_head(); ?></head>
<body <?php body_class(); ?>><?php wp_body_open(); while ( have_posts() ) { the_post(); the_content(); } wp_footer(); ?></body></html>`;

const phpString = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Ends the process with those that it started. */
async function end(child) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** A database of its own, reached by a socket file only. */
async function startDatabase(programs, folder) {
  const data = join(folder, 'database');
  const socket = join(data, 's');
  mkdirSync(data);
  let user = [];
  if (process.getuid() === 0) {
    // It refuses to run as root.
    const idOf = (kind) => Number(execFileSync('id', [kind, 'mysql'], { encoding: 'utf8' }));
    chownSync(data, idOf('-u'), idOf('-g'));
    chmodSync(folder, 0o755);
    user = ['--user=mysql'];
  }
  const where = ['--no-defaults', `--datadir=${data}`, ...user];
  await run(programs.makeDatabase, [...where, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const child = spawn(
    programs.database,
    [...where, `--socket=${socket}`, `--pid-file=${join(data, 'pid')}`, '--skip-networking', '--innodb-buffer-pool-size=32M'],
    { stdio: 'ignore', detached: true },
  );
  const isUp = () =>
    run(programs.client, ['--no-defaults', '-u', 'root', '-S', socket, '-e', 'create database if not exists wp']).then(
      () => true,
      () => false,
    );
  await until(isUp, 'the database', START_LIMIT_MS);
  return { child, socket };
}

function writeSite(programs, site, { socket, url, log }) {
  // Another version than Debian's, unpacked by hand.
  cpSync(process.env.WORDPRESS_FOLDER ?? programs.folder, site, { recursive: true, dereference: true });
  mkdirSync(join(site, 'wp-content/themes/plain'), { recursive: true });
  writeFileSync(join(site, 'wp-content/themes/plain/style.css'), '/*\nTheme Name: Plain\n*/');
  writeFileSync(join(site, 'wp-content/themes/plain/index.php'), THEME);
  const values = {
    ...{ DB_NAME: 'wp', DB_USER: 'root', DB_PASSWORD: '', DB_HOST: `localhost:${socket}`, DB_CHARSET: 'utf8mb4', DB_COLLATE: '' },
    ...Object.fromEntries(KEYS.map((key) => [key, `${key} of a test`])),
    ...{ WP_SITEURL: url, WP_HOME: url, WP_DEFAULT_THEME: 'plain', WP_DEBUG_LOG: log },
  };
  const flags = {
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    DISABLE_WP_CRON: true,
    WP_HTTP_BLOCK_EXTERNAL: true,
    AUTOMATIC_UPDATER_DISABLED: true,
  };
  const lines = [
    ...Object.entries(values).map(([name, value]) => `define( '${name}', ${phpString(value)} );`),
    ...Object.entries(flags).map(([name, value]) => `define( '${name}', ${value} );`),
    "$table_prefix = 'wp_';",
    "if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }",
    "require_once ABSPATH . 'wp-settings.php';",
  ];
  writeFileSync(join(site, 'wp-config.php'), `<?php\n${lines.join('\n')}\n`);
}

/**
 * A real WordPress with a database of its own, in a folder that `close()` deletes. Rejects when there is none to be had.
 *
 * @returns {Promise<{ url: string, php: (code: string) => Promise<unknown>, complaints: () => string[], close: () => Promise<void> }>}
 *   `php` runs code in WordPress as nobody and answers what it returns; `complaints` are PHP's about the plugin
 */
export async function startWordpress() {
  const programs = findWordpress();
  if (programs === null) throw new Error(WORDPRESS_MISSING);
  const folder = mkdtempSync(join(tmpdir(), 'nexrtc-wp-'));
  const children = [];
  const close = async () => {
    for (const child of children) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const database = await startDatabase(programs, folder);
    children.push(database.child);
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const site = join(folder, 'site');
    const log = join(folder, 'debug.log');
    writeSite(programs, site, { socket: database.socket, url, log });

    let count = 0;
    const php = async (code, before = '') => {
      const file = join(folder, `run-${(count += 1)}.php`);
      const request = `$_SERVER['HTTP_HOST'] = 'localhost:${port}'; $_SERVER['REQUEST_URI'] = '/';`;
      const answer = `echo "\\n#answer#" . wp_json_encode( ( function () { ${code} } )() );`;
      writeFileSync(file, `<?php ${before} ${request} require ${phpString(`${site}/wp-load.php`)}; ${answer}`);
      const { stdout } = await run(programs.php, ['-d', 'display_errors=stderr', file], { maxBuffer: 1e7 });
      return JSON.parse(stdout.split('#answer#').at(-1));
    };
    await php(
      "require ABSPATH . 'wp-admin/includes/upgrade.php'; wp_install( 'Site', 'admin', 'admin@example.org', true, '', 'admin-pass' );",
      "define( 'WP_INSTALLING', true ); function wp_new_blog_notification() {}",
    );
    const server = spawn(programs.php, ['-S', `127.0.0.1:${port}`, '-t', site], {
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
      stdio: 'ignore',
      detached: true,
    });
    children.push(server);
    const isUp = () =>
      fetch(`${url}/wp-login.php`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(isUp, 'WordPress', START_LIMIT_MS);
    return {
      url,
      php,
      complaints: () =>
        existsSync(log)
          ? readFileSync(log, 'utf8')
              .split('\n')
              .filter((line) => /plugins\/nexrtc/.test(line))
          : [],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
