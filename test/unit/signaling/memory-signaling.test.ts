import { expect } from '@open-wc/testing';
import {
  createMemoryNetwork,
  type MemoryNetwork,
  type MemoryNetworkOptions,
  type MemoryPortOptions,
} from '../../../src/signaling/memory-signaling.js';
import type { EndpointHandlers, SignalingEndpoint, SignalingMessage } from '../../../src/signaling/signaling-port.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';
import { describeSignalingContract, type SignalingHarness } from '../../support/signaling-contract.js';

function harnessOf(options: MemoryNetworkOptions): () => Promise<SignalingHarness> {
  return () => {
    const network = createMemoryNetwork({ ...options, serverCount: 2 });
    return Promise.resolve({
      port: () => network.port({ servers: [0] }),
      portOfTwo: () => Promise.resolve(network.port({ random: () => 0 })),
      stop: () => Promise.resolve(network.stop()),
      start: () => Promise.resolve(network.start()),
    });
  };
}

describeSignalingContract('Signalling in memory', harnessOf({ expiryMs: 500 }));
describeSignalingContract('Signalling in memory with a delay', harnessOf({ expiryMs: 500, delayMs: 15 }), { withLongWaits: false });

describe('Signalling in memory', () => {
  it('lets a test change and drop messages', async () => {
    const network = createMemoryNetwork();
    const messages: SignalingMessage[] = [];
    const sender = await network.port().open('sender', { onMessage: () => undefined });
    const receiver = await network.port().open('receiver', { onMessage: (message) => messages.push(message) });
    if (sender === 'taken' || receiver === 'taken') throw new Error('taken');
    network.intercept((message) => (message.content === 'drop' ? null : { ...message, content: 'changed' }));
    sender.send('receiver', 'drop');
    sender.send('receiver', 'change');
    await new Promise((resolve) => setTimeout(resolve));
    expect(messages).to.deep.equal([{ from: 'sender', to: 'receiver', content: 'changed' }]);
    sender.close();
    receiver.close();
  });

  it('can break single connections', async () => {
    const network = createMemoryNetwork();
    const [one, two] = [
      await network.port().open('one', { onMessage: () => undefined }),
      await network.port().open('two', { onMessage: () => undefined }),
    ];
    if (one === 'taken' || two === 'taken') throw new Error('taken');
    network.dropSockets('one');
    expect(one.phase).to.equal('offline');
    expect(two.phase).to.equal('open');
    one.close();
    two.close();
  });

  describe('with a clock of the test', () => {
    let clock: FakeClock;
    let network: MemoryNetwork;
    let got: unknown[];

    beforeEach(() => {
      clock = createFakeClock();
      network = createMemoryNetwork({ clock });
      got = [];
    });

    async function hold(
      address: string,
      options: MemoryPortOptions = {},
      handlers: Partial<EndpointHandlers> = {},
    ): Promise<SignalingEndpoint> {
      const endpoint = await network.port(options).open(address, { onMessage: ({ content }) => got.push(content), ...handlers });
      if (endpoint === 'taken') throw new Error('taken');
      return endpoint;
    }
    /** Time passes in steps, with everything that needs none in between. */
    async function pass(durationMs: number): Promise<void> {
      for (let passed = 0; passed < durationMs; passed += 100) {
        clock.pass(100);
        await settle();
      }
    }
    async function settle(): Promise<void> {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    }

    it('passes nothing from or to one that is cut off, who finds out within 18 s', async () => {
      const [one, two] = [await hold('one', { name: 'device' }), await hold('two')];
      network.cut('device');
      one.send('two', 'lost');
      two.send('one', 'lost too');
      await pass(13_000);
      expect([one.phase, two.phase, got.length]).to.deep.equal(['open', 'open', 0]);
      await pass(5_000);
      expect([one.phase, two.phase]).to.deep.equal(['offline', 'open']);
      network.mend('device');
      await pass(3_000);
      expect(one.phase).to.equal('open');
      two.send('one', 'back');
      await settle();
      expect(got).to.deep.equal(['back']);
    });

    it('holds the address of one that is cut off until it has been silent for 90 s', async () => {
      await hold('one');
      network.cut('one');
      network.mend();
      network.cut('one');
      const other = { onMessage: (): void => undefined };
      const port = network.port({ name: 'another' });
      await pass(89_000);
      network.mend('one');
      expect(await port.open('one', other)).to.equal('taken');
      network.cut('one');
      await pass(91_000);
      network.mend('one');
      expect(await port.open('one', other)).not.to.equal('taken');
    });

    it('lets nothing be opened by one that is cut off', async () => {
      network.cut('device');
      const opened = network
        .port({ name: 'device' })
        .open('one', { onMessage: () => undefined })
        .then(
          () => null,
          (error: unknown) => (error as { code: string }).code,
        );
      await pass(5_000);
      expect(await opened).to.equal('signaling/unreachable');
      expect(clock.timerCount).to.equal(0);
    });

    it('lets a connection die half open: repaired within 20 s, at once when asked about', async () => {
      const one = await hold('one');
      const two = await hold('two');
      network.halfOpen('one');
      two.send('one', 'into the void');
      await pass(19_000);
      expect(one.phase).to.equal('open');
      two.send('one', 'heard');
      await settle();
      expect(got).to.deep.equal(['heard']);
      network.halfOpen('one');
      one.reconnectNow();
      await pass(4_500);
      two.send('one', 'heard again');
      await settle();
      expect(got).to.deep.equal(['heard', 'heard again']);
    });

    it('repairs a half open connection by a reset', async () => {
      const [one, two] = [await hold('one'), await hold('two')];
      network.halfOpen('one');
      one.reset();
      await settle();
      two.send('one', 'heard');
      await settle();
      expect([one.phase, got]).to.deep.equal(['open', ['heard']]);
    });

    it('has everybody back within 3 s of the start of the server', async () => {
      const endpoints = await Promise.all(['one', 'two', 'three'].map((address, index) => hold(address, { random: () => index * 0.49 })));
      for (const downMs of [1_000, 7_300, 60_000, 110_000]) {
        network.stop();
        await pass(downMs);
        expect(endpoints.map(({ phase }) => phase)).to.deep.equal(['offline', 'offline', 'offline']);
        network.start();
        await pass(3_000);
        expect(endpoints.map(({ phase }) => phase)).to.deep.equal(['open', 'open', 'open']);
      }
    });
  });
});
