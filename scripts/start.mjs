import { ensureInstalled } from './project/ensure-installed.mjs';
import { needsBuild } from './project/freshness.mjs';
import { run } from './project/run.mjs';

const DEFAULT_PORT = 8080;

function readPort() {
  const given = process.env.PORT;
  if (given === undefined || given === '') return DEFAULT_PORT;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT is "${given}": it takes a number from 0 to 65535.`);
}

/** The entries of a variable with a list, with spaces or commas between; undefined when it is not set. */
function listed(name) {
  const entries = (process.env[name] ?? '').split(/[\s,]+/).filter(Boolean);
  return entries.length === 0 ? undefined : entries;
}

function explain(error, port) {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use: stop what runs there, or choose another one with PORT=${port + 1} npm start.`;
  if (error.code === 'EACCES')
    return `Port ${port} needs rights that this user lacks: choose another one with PORT=${DEFAULT_PORT} npm start.`;
  return error.message;
}

function stopWhenAsked(server) {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    console.log('Stopping.');
    // PeerServer's timers cannot be stopped, so waiting for an idle process would be for ever.
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // A SIGTERM to `npm start` ends npm's shell, which does not pass it on: notice that it is gone.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === 'start') setInterval(() => process.ppid === parent || stop(), 250).unref();
}

let port;
try {
  port = readPort();
  await ensureInstalled();
  if (needsBuild()) {
    console.log('Building …');
    await run('node', ['scripts/build.mjs']);
  }
  const { createServer } = await import('./server/create-server.mjs');
  const server = await createServer({
    port,
    allowedOrigins: listed('ALLOWED_ORIGINS') ?? [],
    embedOrigins: listed('EMBED_ORIGINS'),
    ...(process.env.HOST ? { host: process.env.HOST } : {}),
  });
  stopWhenAsked(server);
  console.log(`Signalling at ${server.signalUrl}, the script for other pages at ${server.url}/nexrtc.js. Ctrl+C stops.`);
  console.log(`Open ${server.url}`);
} catch (error) {
  console.error(explain(error, port));
  process.exitCode = 1;
}
