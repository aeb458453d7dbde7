import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';

const LIFE_S = 3600;

/**
 * The answer for `ice-servers="/ice"`: credentials of a coturn with `use-auth-secret`, good for an hour. The user name is
 * when they expire, the password its HMAC (draft-uberti-behave-turn-rest-00).
 *
 * @param {object} options
 * @param {string} options.host of the TURN server, with its port
 * @param {string} options.secret its `static-auth-secret`
 */
export function iceServers({ host, secret, now = Date.now() }) {
  const username = String(Math.floor(now / 1000) + LIFE_S);
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  const relays = ['udp', 'tcp'].map((transport) => `turn:${host}?transport=${transport}`);
  return { iceServers: [{ urls: `stun:${host}` }, { urls: relays, username, credential }], ttl: LIFE_S };
}

/** Answers with fresh credentials, whatever is asked. Who may ask is for your site to decide: put it behind its session. */
export function serveIceServers(options) {
  return createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(iceServers(options)));
  });
}

// `TURN_HOST=turn.your.site:3478 TURN_SECRET=… node ice-servers.mjs`, behind your web server at a path of its own.
if (process.env.TURN_SECRET)
  serveIceServers({ host: process.env.TURN_HOST, secret: process.env.TURN_SECRET }).listen(Number(process.env.PORT ?? 8787), '127.0.0.1');
