import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveIceServers } from '../../examples/own-servers/ice-servers.mjs';
import { findTurnServer, TURN_SERVER_MISSING } from '../../scripts/machine/find-turn-server.mjs';
import { probe } from './lab/probe.mjs';
import { arrive, flowing, join, newRoom, settle } from './lab/scene.mjs';
import { Stage } from './stage.mjs';

const BACK_LIMIT_MS = 20_000;
const skip = findTurnServer() === null ? TURN_SERVER_MISSING : false;

describe('a call through a relay', { skip }, () => {
  let stage;
  let browser;
  before(async () => {
    stage = await Stage.open();
    browser = await stage.browser();
  });
  after(() => stage?.close());

  /** Two in a call that show their address to nobody. */
  const meet = async (iceServers) => {
    const value = typeof iceServers === 'string' ? iceServers : JSON.stringify(iceServers);
    const options = { room: newRoom(), attributes: `relay-only ice-servers='${value}'` };
    const visitors = [await arrive(stage, browser, options), await arrive(stage, browser, options)];
    for (const visitor of visitors) await join(visitor);
    await settle(visitors, 500);
    return visitors;
  };

  for (const transport of ['udp', 'tcp']) {
    it(`brings pictures and sound over ${transport.toUpperCase()}, and by no other way`, async () => {
      const visitors = await meet((await stage.turn()).iceServers(transport));
      for (const visitor of visitors) {
        const paths = await probe.paths(visitor);
        assert.deepEqual(
          paths.map(({ candidateType, relayProtocol }) => [candidateType, relayProtocol]),
          [['relay', transport]],
        );
        assert.deepEqual(visitor.pageErrors, []);
      }
      await Promise.all(visitors.map((visitor) => visitor.close()));
    });
  }

  it('takes the credentials that the example server of `examples/own-servers` hands out', async () => {
    const secret = 'of-the-lab';
    const { host } = await stage.turn({ secret });
    const http = serveIceServers({ host, secret });
    // The page is of another origin.
    http.prependListener('request', (_request, response) => response.setHeader('Access-Control-Allow-Origin', '*'));
    await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
    stage.keep(http);
    const visitors = await meet(`http://localhost:${http.address().port}/ice`);
    for (const visitor of visitors)
      assert.deepEqual(
        (await probe.paths(visitor)).map(({ candidateType }) => candidateType),
        ['relay'],
      );
    await Promise.all(visitors.map((visitor) => visitor.close()));
  });

  it('moves to another relay when the one in use falls silent', async () => {
    const relays = [await stage.turn(), await stage.turn()];
    const visitors = await meet(relays.flatMap((relay) => relay.iceServers('udp')));
    const [path] = await probe.paths(visitors[0]);
    relays.find(({ port }) => path.url.includes(`:${port}`)).setSilent(true);
    const stoppedAt = Date.now();
    // What was still on its way does not count.
    for (const visitor of visitors) await flowing(visitor, stoppedAt + 300, 1, BACK_LIMIT_MS);
    const [now] = await probe.paths(visitors[0]);
    assert.notEqual(now.url, path.url);
    await Promise.all(visitors.map((visitor) => visitor.close()));
  });
});
