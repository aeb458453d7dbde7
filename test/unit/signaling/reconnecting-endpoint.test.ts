import { expect } from '@open-wc/testing';
import { silentLogger } from '../../../src/base/logger.js';
import { NexError } from '../../../src/base/nex-error.js';
import type { LineEvents, LineOpener } from '../../../src/signaling/reconnecting-endpoint.js';
import { ReconnectingEndpoint } from '../../../src/signaling/reconnecting-endpoint.js';
import type { EndpointPhase } from '../../../src/signaling/signaling-port.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';

const DOWN = new NexError('signaling/unreachable', 'down', { retryable: true });

describe('A reconnecting endpoint', () => {
  let clock: FakeClock;
  /** Every line that was opened, in order, with the server it went to. */
  let lines: { server: string; events: LineEvents; checks: number; isClosed: boolean }[];
  let phases: EndpointPhase[];
  let finals: number;

  const endpointOf = (...servers: readonly string[]): ReconnectingEndpoint =>
    new ReconnectingEndpoint({
      address: 'me',
      handlers: { onMessage: () => undefined, onPhase: (phase) => phases.push(phase) },
      openers: servers.map((server): LineOpener => (events) => {
        const line = { server, events, checks: 0, isClosed: false };
        lines.push(line);
        return { send: () => undefined, check: () => (line.checks += 1), close: () => (line.isClosed = true) };
      }),
      clock,
      logger: silentLogger,
      random: () => 0.5,
      onFinal: () => (finals += 1),
    });
  const last = (): (typeof lines)[number] => {
    const line = lines.at(-1);
    if (line === undefined) throw new Error('no line');
    return line;
  };
  async function opened(...servers: readonly string[]): Promise<ReconnectingEndpoint> {
    const endpoint = endpointOf(...servers);
    const started = endpoint.start();
    last().events.handleOpen();
    expect(await started).to.equal('open');
    return endpoint;
  }

  beforeEach(() => {
    clock = createFakeClock();
    lines = [];
    phases = [];
    finals = 0;
  });

  it('waits longer and longer between attempts, and starts anew once it was open', async () => {
    const endpoint = await opened('a');
    last().events.handleEnd(DOWN);
    for (const delayMs of [200, 500, 1000, 2000, 4000, 8000, 8000]) {
      const count = lines.length;
      clock.pass(delayMs - 1);
      expect(lines).to.have.length(count);
      clock.pass(1);
      expect(lines).to.have.length(count + 1);
      last().events.handleEnd(DOWN);
    }
    clock.pass(8000);
    last().events.handleOpen();
    last().events.handleEnd(DOWN);
    const count = lines.length;
    clock.pass(200);
    expect(lines).to.have.length(count + 1);
    expect(phases).to.deep.equal(['offline', 'open', 'offline']);
    endpoint.close();
  });

  it('tries the servers in order at every attempt', async () => {
    const endpoint = endpointOf('a', 'b');
    const started = endpoint.start();
    last().events.handleEnd(DOWN);
    last().events.handleOpen();
    await started;
    last().events.handleEnd(DOWN);
    clock.pass(200);
    expect(lines.map(({ server }) => server)).to.deep.equal(['a', 'b', 'a']);
    endpoint.close();
  });

  it('rejects with the error that trying again would not cure', async () => {
    const endpoint = endpointOf('a', 'b');
    const started = endpoint.start();
    last().events.handleEnd(new NexError('signaling/unauthorized', 'no'));
    last().events.handleEnd(DOWN);
    const error = await started.catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'signaling/unauthorized');
    expect(endpoint.phase).to.equal('closed');
    expect(finals).to.equal(1);
  });

  it('is lost at the third time the address is taken', async () => {
    const endpoint = await opened('a');
    last().events.handleEnd(DOWN);
    for (const delayMs of [200, 500, 1000]) {
      expect(endpoint.phase).to.equal('offline');
      clock.pass(delayMs);
      last().events.handleEnd('taken');
    }
    expect(endpoint.phase).to.equal('lost');
    expect(phases).to.deep.equal(['offline', 'lost']);
    clock.pass(60_000);
    expect(lines).to.have.length(4);
    expect([finals, clock.timerCount]).to.deep.equal([1, 0]);
  });

  it('does not wait when it is told to reconnect, and never tries twice at once', async () => {
    const endpoint = await opened('a');
    last().events.handleEnd(DOWN);
    endpoint.reconnectNow();
    endpoint.reconnectNow();
    expect(lines).to.have.length(2);
    clock.pass(60_000);
    expect(lines).to.have.length(2);
    endpoint.close();
  });

  it('on waking checks an open line and reconnects without one', async () => {
    const endpoint = await opened('a');
    endpoint.handleWake();
    expect(last().checks).to.equal(1);
    last().events.handleEnd(DOWN);
    endpoint.handleWake();
    expect(lines).to.have.length(2);
    endpoint.close();
  });

  it('hears nothing of lines that ended, and leaves nothing behind when closed', async () => {
    const endpoint = await opened('a');
    const old = last();
    old.events.handleEnd(DOWN);
    expect(old.isClosed).to.equal(true);
    old.events.handleOpen();
    old.events.handleEnd(DOWN);
    expect(endpoint.phase).to.equal('offline');
    endpoint.close();
    endpoint.close();
    expect(phases).to.deep.equal(['offline', 'closed']);
    expect([finals, clock.timerCount]).to.deep.equal([1, 0]);
  });
});
