import { expect } from '@open-wc/testing';
import { NexError } from '../../src/base/nex-error.js';
import type { EndpointPhase, OpenOptions, SignalingEndpoint, SignalingMessage, SignalingPort } from '../../src/signaling/signaling-port.js';

/** One server and clients of it, each of the two kinds under test. */
export interface SignalingHarness {
  /** A client; two clients are two strangers to the server. */
  port(): SignalingPort;
  /** A client that knows a second server too, one that always runs, and looks back to the first every 7.5 s. */
  portOfTwo(): Promise<SignalingPort>;
  /** The first server only. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

interface Listener {
  readonly endpoint: SignalingEndpoint;
  readonly messages: SignalingMessage[];
  readonly phases: EndpointPhase[];
  readonly undeliverable: string[];
}

/** What every implementation of `SignalingPort` promises. The server is running when a test starts. */
export function describeSignalingContract(
  name: string,
  createHarness: () => Promise<SignalingHarness>,
  /** The tests that wait for seconds, which not every variety of one kind needs. */
  { withLongWaits = true } = {},
): void {
  describe(`${name} keeps the signalling contract`, () => {
    let harness: SignalingHarness;
    let endpoints: SignalingEndpoint[];
    const freshAddress = (): string => `nx${crypto.randomUUID().replaceAll('-', '')}`;

    async function claim(address: string, port = harness.port(), options?: OpenOptions): Promise<Listener | 'taken'> {
      const messages: SignalingMessage[] = [];
      const phases: EndpointPhase[] = [];
      const undeliverable: string[] = [];
      const handlers = {
        onMessage: (message: SignalingMessage) => messages.push(message),
        onPhase: (phase: EndpointPhase) => phases.push(phase),
        onUndeliverable: (to: string) => undeliverable.push(to),
      };
      const endpoint = await port.open(address, handlers, options);
      if (endpoint === 'taken') return endpoint;
      endpoints.push(endpoint);
      return { endpoint, messages, phases, undeliverable };
    }

    async function hold(address = freshAddress(), port = harness.port(), options?: OpenOptions): Promise<Listener> {
      const listener = await claim(address, port, options);
      if (listener === 'taken') throw new Error(`${address} is taken`);
      return listener;
    }

    beforeEach(async () => {
      endpoints = [];
      harness = await createHarness();
    });
    afterEach(async () => {
      for (const endpoint of endpoints) endpoint.close();
      await harness.start();
    });

    it('opens a free address', async () => {
      const address = freshAddress();
      const { endpoint, phases } = await hold(address);
      expect(endpoint.address).to.equal(address);
      expect(endpoint.phase).to.equal('open');
      expect(phases).to.deep.equal([]);
    });

    it('gives an address that several claim at once to exactly one', async () => {
      const address = freshAddress();
      const answers = await Promise.all([claim(address), claim(address), claim(address), claim(address)]);
      expect(answers.filter((answer) => answer !== 'taken')).to.have.length(1);
    });

    it('answers taken to a second claim of the same client too', async () => {
      const address = freshAddress();
      const port = harness.port();
      await claim(address, port);
      expect(await claim(address, port)).to.equal('taken');
    });

    it('frees the address on close, once and for all', async () => {
      const address = freshAddress();
      const first = await hold(address);
      first.endpoint.close();
      first.endpoint.close();
      expect(first.endpoint.phase).to.equal('closed');
      expect(first.phases).to.deep.equal(['closed']);
      expect(first.endpoint.send(address, {})).to.equal(false);
      first.endpoint.reconnectNow();
      await until(async () => (await claim(address)) !== 'taken');
      expect(first.endpoint.phase).to.equal('closed');
    });

    it('delivers a copy of the content with both addresses', async () => {
      const [sender, receiver] = [await hold(), await hold()];
      const content = { words: ['größer', ''], nested: { count: 1, nothing: null } };
      expect(sender.endpoint.send(receiver.endpoint.address, content)).to.equal(true);
      content.words.push('changed after sending');
      await until(() => receiver.messages.length === 1);
      expect(receiver.messages).to.deep.equal([
        {
          from: sender.endpoint.address,
          to: receiver.endpoint.address,
          content: { words: ['größer', ''], nested: { count: 1, nothing: null } },
        },
      ]);
    });

    it('keeps the order of messages', async () => {
      const [sender, receiver] = [await hold(), await hold()];
      const numbers = Array.from({ length: 100 }, (_, number) => number);
      for (const number of numbers) sender.endpoint.send(receiver.endpoint.address, number);
      await until(() => receiver.messages.length === numbers.length);
      expect(receiver.messages.map(({ content }) => content)).to.deep.equal(numbers);
    });

    it('delivers to the sender itself', async () => {
      const { endpoint, messages } = await hold();
      endpoint.send(endpoint.address, 'me');
      await until(() => messages.length === 1);
      expect(messages[0]?.from).to.equal(endpoint.address);
    });

    it('delivers 60 000 characters', async () => {
      const [sender, receiver] = [await hold(), await hold()];
      sender.endpoint.send(receiver.endpoint.address, 'x'.repeat(60_000));
      await until(() => receiver.messages.length === 1);
      expect(receiver.messages[0]?.content).to.have.length(60_000);
    });

    it('keeps messages for an address that is claimed soon after', async () => {
      const sender = await hold();
      const address = freshAddress();
      sender.endpoint.send(address, 'first');
      sender.endpoint.send(address, 'second');
      await settle();
      const receiver = await hold(address);
      await until(() => receiver.messages.length === 2);
      expect(receiver.messages.map(({ content }) => content)).to.deep.equal(['first', 'second']);
      expect(sender.undeliverable).to.deep.equal([]);
    });

    it('tells the sender once what could not be delivered', async () => {
      const sender = await hold();
      const address = freshAddress();
      sender.endpoint.send(address, 'first');
      sender.endpoint.send(address, 'second');
      await until(() => sender.undeliverable.length > 0, 9000);
      await settle();
      expect(sender.undeliverable).to.deep.equal([address]);
      expect(sender.endpoint.phase).to.equal('open');
      const late = await hold(address);
      await settle();
      expect(late.messages).to.deep.equal([]);
    });

    it('cannot be opened while there is no server', async () => {
      await harness.stop();
      const error = await claim(freshAddress()).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(NexError);
      expect(error).to.include({ code: 'signaling/unreachable', retryable: true });
    });

    it('goes offline with the server and comes back by itself with its address', async () => {
      const [sender, receiver] = [await hold(), await hold()];
      await harness.stop();
      await until(() => sender.endpoint.phase === 'offline' && receiver.endpoint.phase === 'offline');
      expect(sender.endpoint.send(receiver.endpoint.address, 'lost')).to.equal(false);
      await harness.start();
      await until(() => sender.endpoint.phase === 'open' && receiver.endpoint.phase === 'open');
      expect(sender.endpoint.send(receiver.endpoint.address, 'back')).to.equal(true);
      await until(() => receiver.messages.length > 0);
      expect(receiver.messages.map(({ content }) => content)).to.deep.equal(['back']);
      expect(sender.phases).to.deep.equal(['offline', 'open']);
    });

    it('reconnects at once when asked', async () => {
      const { endpoint, phases } = await hold();
      await harness.stop();
      await until(() => endpoint.phase === 'offline');
      // Long enough for several attempts to fail, so that the next one is far away.
      await new Promise((resolve) => setTimeout(resolve, 1200));
      await harness.start();
      endpoint.reconnectNow();
      await until(() => endpoint.phase === 'open', 400);
      expect(phases).to.deep.equal(['offline', 'open']);
    });

    it('is lost when somebody else has the address after a restart of the server', async () => {
      const address = freshAddress();
      const first = await hold(address);
      await harness.stop();
      await until(() => first.endpoint.phase === 'offline');
      await harness.start();
      const second = await hold(address);
      await until(() => first.endpoint.phase === 'lost');
      expect(first.phases).to.deep.equal(['offline', 'lost']);
      expect(first.endpoint.send(address, {})).to.equal(false);
      first.endpoint.close();
      expect(first.endpoint.phase).to.equal('lost');
      expect(second.endpoint.phase).to.equal('open');
    });

    it('keeps its address through a reset', async () => {
      const [sender, receiver] = [await hold(), await hold()];
      receiver.endpoint.reset();
      expect(receiver.endpoint.phase).to.equal('offline');
      await until(() => receiver.endpoint.phase === 'open');
      sender.endpoint.send(receiver.endpoint.address, 'after');
      await until(() => receiver.messages.length === 1);
      expect(receiver.phases).to.deep.equal(['offline', 'open']);
      expect(await claim(receiver.endpoint.address)).to.equal('taken');
    });

    it('hears nothing after close', async () => {
      const [sender, receiver] = [await hold(), await hold()];
      sender.endpoint.send(receiver.endpoint.address, 'on the way');
      receiver.endpoint.close();
      await settle();
      expect(receiver.messages).to.deep.equal([]);
    });

    if (!withLongWaits) return;

    it('waits for an address that is its own for life, whoever has it after a restart of the server', async () => {
      const address = freshAddress();
      const first = await hold(address, harness.port(), { isOursForLife: true });
      await harness.stop();
      await until(() => first.endpoint.phase === 'offline');
      await harness.start();
      const second = await hold(address);
      await new Promise((resolve) => setTimeout(resolve, 4000));
      expect(first.phases).to.deep.equal(['offline']);
      second.endpoint.close();
      await settle();
      first.endpoint.reconnectNow();
      await until(() => first.endpoint.phase === 'open', 2000);
      expect(first.phases).to.deep.equal(['offline', 'open']);
    });

    it('takes a question whether the server is there for no reason to do anything, when it is', async () => {
      const { endpoint, phases } = await hold();
      for (let count = 0; count < 5; count += 1) endpoint.reconnectNow();
      await new Promise((resolve) => setTimeout(resolve, 4500));
      expect(phases).to.deep.equal([]);
    });

    it('fails over to the second server and returns to the first without a gap', async () => {
      const port = await harness.portOfTwo();
      const [one, two] = [await hold(freshAddress(), port), await hold(freshAddress(), port)];
      await harness.stop();
      await until(() => one.phases.length === 2 && two.phases.length === 2);
      one.endpoint.send(two.endpoint.address, 'on the second');
      await until(() => two.messages.length === 1);
      await harness.start();
      const onFirst = await hold();
      const isBack = async (listener: Listener): Promise<boolean> => {
        const count = listener.messages.length;
        onFirst.endpoint.send(listener.endpoint.address, 'back?');
        await settle();
        return listener.messages.length > count;
      };
      await until(async () => (await isBack(one)) && (await isBack(two)), 12_000);
      // The line to the second server has been left by now, and nobody has heard of it.
      await new Promise((resolve) => setTimeout(resolve, 5500));
      expect(two.endpoint.send(one.endpoint.address, 'on the first')).to.equal(true);
      await until(() => one.messages.at(-1)?.content === 'on the first');
      expect([one.phases, two.phases]).to.deep.equal([
        ['offline', 'open'],
        ['offline', 'open'],
      ]);
    }).timeout(40_000);
  });
}

/** Long enough for what is on its way over loopback to have arrived. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}

async function until(condition: () => boolean | Promise<boolean>, withinMs = 5000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not so within ${String(withinMs)} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
