import { ensureInstalled } from './ensure-installed.mjs';
import { needsBuild } from './freshness.mjs';
import { run } from './run.mjs';

const DEFAULT_PORT = 8080;

function readPort() {
  const given = process.env.PORT;
  if (given === undefined || given === '') return DEFAULT_PORT;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT is "${given}": it takes a number from 0 to 65535.`);
}

function explain(error, port) {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use: stop what runs there, or choose another one with PORT=${port + 1} npm start.`;
  if (error.code === 'EACCES')
    return `Port ${port} needs rights that this user lacks: choose another one with PORT=${DEFAULT_PORT} npm start.`;
  return error.message;
}

function stopOnSignal(server) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      console.log('Stopping.');
      // PeerServer's timers cannot be stopped, so waiting for an idle process would be for ever.
      void server.close().then(() => process.exit(0));
    });
  }
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
  const allowedOrigins = (process.env.ALLOWED_ORIGINS ?? '').split(/[\s,]+/).filter(Boolean);
  const server = await createServer({ port, allowedOrigins, ...(process.env.HOST ? { host: process.env.HOST } : {}) });
  stopOnSignal(server);
  console.log(`Signalling at ${server.signalUrl}, the script for other pages at ${server.url}/nexrtc.js. Ctrl+C stops.`);
  console.log(`Open ${server.url}`);
} catch (error) {
  console.error(explain(error, port));
  process.exitCode = 1;
}
