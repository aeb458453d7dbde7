import { expect } from '@open-wc/testing';
import { systemClock } from '../../src/base/clock.js';
import { silentLogger } from '../../src/base/logger.js';
import { createPeerJsSignaling } from '../../src/signaling/peerjs-adapter.js';
import type { SignalingPort } from '../../src/signaling/signaling-port.js';
import { pause, until } from '../support/mesh-harness.js';
import { describeSignalingContract } from '../support/signaling-contract.js';

async function serverUrl(action = ''): Promise<string> {
  const response = await fetch(`/__peer-server${action}`, { method: /st(op|art)$/.test(action) ? 'POST' : 'GET' });
  return ((await response.json()) as { url: string }).url;
}

function portOf(...servers: readonly string[]): SignalingPort {
  return createPeerJsSignaling({ servers, clock: systemClock, logger: silentLogger });
}

const freshAddress = (): string => `nx${crypto.randomUUID().replaceAll('-', '')}`;

describeSignalingContract('PeerJS on a real PeerServer', async () => {
  const url = await serverUrl();
  const secondUrl = await serverUrl('/second');
  return {
    port: () => portOf(url),
    portOfTwo: () =>
      Promise.resolve(createPeerJsSignaling({ servers: [url, secondUrl], clock: systemClock, logger: silentLogger, random: () => 0 })),
    stop: async () => void (await serverUrl('/stop')),
    start: async () => void (await serverUrl('/start')),
  };
});

describe('PeerJS signalling', () => {
  it('turns to the next server when the first cannot be reached', async () => {
    const url = await serverUrl();
    const endpoint = await portOf('http://127.0.0.1:9', url).open(freshAddress(), { onMessage: () => undefined });
    if (endpoint === 'taken') throw new Error('taken');
    expect(endpoint.phase).to.equal('open');
    endpoint.close();
  });

  it('tells the server that it is there as often as it shall', async () => {
    const url = await serverUrl();
    const beats: string[] = [];
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (data) {
      if (typeof data === 'string' && data.includes('HEARTBEAT')) beats.push(this.url);
      send.call(this, data);
    };
    const open = (pingIntervalMs: number) =>
      createPeerJsSignaling({ servers: [url], clock: systemClock, logger: silentLogger, pingIntervalMs }).open(freshAddress(), {
        onMessage: () => undefined,
      });
    const endpoints = await Promise.all([open(100), open(60_000)]);
    await until(() => beats.length >= 5, 'five beats');
    WebSocket.prototype.send = send;
    expect(new Set(beats).size).to.equal(1);
    for (const endpoint of endpoints) if (endpoint !== 'taken') endpoint.close();
  });

  it('keeps the atomic claim when everybody shows the same token', async () => {
    const url = await serverUrl();
    const address = freshAddress();
    const open = () =>
      createPeerJsSignaling({ servers: [url], clock: systemClock, logger: silentLogger, token: 'a.b.c' }).open(address, {
        onMessage: () => undefined,
      });
    const answers = await Promise.all([open(), open()]);
    expect(answers.filter((answer) => answer === 'taken')).to.have.length(1);
    for (const answer of answers) if (answer !== 'taken') answer.close();
  });

  for (const [name, wake] of [
    ['the network is back', () => window.dispatchEvent(new Event('online'))],
    ['the page becomes visible', () => document.dispatchEvent(new Event('visibilitychange'))],
  ] as const) {
    it(`does not wait when ${name}`, async () => {
      const servers = [await serverUrl()];
      let chance = 0.5;
      const port = createPeerJsSignaling({ servers, clock: systemClock, logger: silentLogger, random: () => chance });
      const endpoint = await port.open(freshAddress(), { onMessage: () => undefined });
      if (endpoint === 'taken') throw new Error('taken');
      try {
        await serverUrl('/stop');
        // Attempts come 0.2, 0.7 and 1.7 s after the loss, and then none for a quarter of an hour.
        await pause(1000);
        chance = 1000;
        await pause(1500);
        expect(endpoint.phase).to.equal('offline');
        await serverUrl('/start');
        wake();
        await until(() => endpoint.phase === 'open', 'open', 5000);
      } finally {
        await serverUrl('/start');
        endpoint.close();
      }
    });
  }

  it('lets nobody make PeerJS open a connection of its own', async () => {
    const { Peer } = await import('peerjs');
    const { hostname, port } = new URL(await serverUrl());
    const address = freshAddress();
    const endpoint = await portOf(await serverUrl()).open(address, { onMessage: () => undefined });
    if (endpoint === 'taken') throw new Error('taken');
    const stranger = new Peer(freshAddress(), { host: hostname, port: Number(port), path: '/signal', secure: false, config: {} });
    await new Promise((resolve) => stranger.on('open', resolve));
    const NativeConnection = globalThis.RTCPeerConnection;
    const connection = stranger.connect(address);
    // The stranger's own one exists by now; from here on any other would be the answer.
    let created = 0;
    globalThis.RTCPeerConnection = class extends NativeConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        created += 1;
      }
    };
    try {
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(created).to.equal(0);
      expect(connection.open).to.equal(false);
      expect(endpoint.phase).to.equal('open');
    } finally {
      globalThis.RTCPeerConnection = NativeConnection;
      stranger.destroy();
      endpoint.close();
    }
  });
});
