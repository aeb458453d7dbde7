import { expect } from '@open-wc/testing';
import type { MemoryNetworkOptions } from '../../../src/signaling/memory-signaling.js';
import { createMemoryNetwork } from '../../../src/signaling/memory-signaling.js';
import type { SignalingMessage } from '../../../src/signaling/signaling-port.js';
import { describeSignalingContract } from '../../support/signaling-contract.js';

function harnessOf(options: MemoryNetworkOptions): () => Promise<{
  port: ReturnType<typeof createMemoryNetwork>['port'];
  stop(): Promise<void>;
  start(): Promise<void>;
}> {
  return () => {
    const network = createMemoryNetwork(options);
    return Promise.resolve({
      port: () => network.port(),
      stop: () => Promise.resolve(network.stop()),
      start: () => Promise.resolve(network.start()),
    });
  };
}

describeSignalingContract('Signalling in memory', harnessOf({ expiryMs: 500 }));
describeSignalingContract('Signalling in memory with a delay', harnessOf({ expiryMs: 500, delayMs: 15 }));

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
});
