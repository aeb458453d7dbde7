import { expect } from '@open-wc/testing';
import { NexError } from '../../../src/base/nex-error.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';
import { DOWN, FakeLines } from './fake-lines.js';

describe('A reconnecting endpoint', () => {
  let clock: FakeClock;
  let lines: FakeLines;

  beforeEach(() => {
    clock = createFakeClock();
    lines = new FakeLines(clock);
  });

  it('waits longer and longer between attempts, and starts anew once it was open', async () => {
    const endpoint = await lines.opened(['a']);
    lines.last.events.handleEnd(DOWN);
    for (const delayMs of [200, 500, 1000, 1500, 1500, 1500]) {
      const count = lines.all.length;
      clock.pass(delayMs - 1);
      expect(lines.all).to.have.length(count);
      clock.pass(1);
      expect(lines.all).to.have.length(count + 1);
      lines.last.events.handleEnd(DOWN);
    }
    clock.pass(1500);
    lines.last.events.handleOpen();
    lines.last.events.handleEnd(DOWN);
    const count = lines.all.length;
    clock.pass(200);
    expect(lines.all).to.have.length(count + 1);
    expect(lines.phases).to.deep.equal(['offline', 'open', 'offline']);
    endpoint.close();
  });

  it('tries the servers in order at every attempt', async () => {
    const endpoint = lines.endpoint(['a', 'b']);
    const started = endpoint.start();
    lines.last.events.handleEnd(DOWN);
    lines.last.events.handleOpen();
    await started;
    lines.last.events.handleEnd(DOWN);
    clock.pass(200);
    expect(lines.servers.split('')).to.deep.equal(['a', 'b', 'a']);
    endpoint.close();
  });

  it('rejects with the error that trying again would not cure', async () => {
    const endpoint = lines.endpoint(['a', 'b']);
    const started = endpoint.start();
    lines.last.events.handleEnd(new NexError('signaling/unauthorized', 'no'));
    lines.last.events.handleEnd(DOWN);
    const error = await started.catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'signaling/unauthorized');
    expect(endpoint.phase).to.equal('closed');
    expect(lines.finals).to.equal(1);
  });

  it('is lost at the third time the address is taken', async () => {
    const endpoint = await lines.opened(['a']);
    lines.last.events.handleEnd(DOWN);
    for (const delayMs of [200, 500, 1000]) {
      expect(endpoint.phase).to.equal('offline');
      clock.pass(delayMs);
      lines.last.events.handleEnd('taken');
    }
    expect(endpoint.phase).to.equal('lost');
    expect(lines.phases).to.deep.equal(['offline', 'lost']);
    clock.pass(60_000);
    expect(lines.all).to.have.length(4);
    expect([lines.finals, clock.timerCount]).to.deep.equal([1, 0]);
  });

  it('does not wait when it is told to reconnect, and never tries twice at once', async () => {
    const endpoint = await lines.opened(['a']);
    lines.last.events.handleEnd(DOWN);
    endpoint.reconnectNow();
    endpoint.reconnectNow();
    expect(lines.all).to.have.length(2);
    clock.pass(60_000);
    expect(lines.all).to.have.length(2);
    endpoint.close();
  });

  it('on waking checks an open line and reconnects without one', async () => {
    const endpoint = await lines.opened(['a']);
    endpoint.handleWake();
    expect(lines.last.checks).to.equal(1);
    lines.last.events.handleEnd(DOWN);
    endpoint.handleWake();
    expect(lines.all).to.have.length(2);
    endpoint.close();
  });

  it('hears nothing of lines that ended, and leaves nothing behind when closed', async () => {
    const endpoint = await lines.opened(['a']);
    const old = lines.last;
    old.events.handleEnd(DOWN);
    expect(old.isClosed).to.equal(true);
    old.events.handleOpen();
    old.events.handleEnd(DOWN);
    expect(endpoint.phase).to.equal('offline');
    endpoint.close();
    endpoint.close();
    expect(lines.phases).to.deep.equal(['offline', 'closed']);
    expect([lines.finals, clock.timerCount]).to.deep.equal([1, 0]);
  });

  it('never gives up an address that is its own for life, and tries every 8 s', async () => {
    const endpoint = await lines.opened(['a'], { isOursForLife: true });
    lines.last.events.handleEnd(DOWN);
    for (const delayMs of [200, 500, 1000, 8000, 8000, 8000]) {
      const count = lines.all.length;
      clock.pass(delayMs - 1);
      expect(lines.all).to.have.length(count);
      clock.pass(1);
      expect(lines.all).to.have.length(count + 1);
      lines.last.events.handleEnd('taken');
      expect(endpoint.phase).to.equal('offline');
    }
    clock.pass(8000);
    lines.last.events.handleOpen();
    expect(lines.phases).to.deep.equal(['offline', 'open']);
    endpoint.close();
  });

  it('answers taken at the start even then', async () => {
    const started = lines.endpoint(['a'], { isOursForLife: true }).start();
    lines.last.events.handleEnd('taken');
    expect(await started).to.equal('taken');
  });

  it('gives a server 5 s at the start and 3 s on coming back', async () => {
    const endpoint = await lines.opened(['a']);
    lines.last.events.handleEnd(DOWN);
    clock.pass(200);
    expect(lines.all.map(({ openTimeoutMs }) => openTimeoutMs)).to.deep.equal([5000, 3000]);
    endpoint.close();
  });

  it('rests after the attempts that it was given, until it is told that something may have changed', async () => {
    const endpoint = await lines.opened(['a'], { reconnectAttempts: 2 });
    const [minute, attempts] = [60_000, (): number => lines.all.length - 1];
    const failAll = (): void => {
      for (let before = -1; before < attempts(); ) {
        before = attempts();
        clock.pass(minute);
        if (attempts() > before) lines.last.events.handleEnd(DOWN);
      }
    };
    lines.last.events.handleEnd(DOWN);
    failAll();
    expect(attempts()).to.equal(2);
    expect(endpoint.phase).to.equal('offline');
    endpoint.reconnectNow();
    lines.last.events.handleEnd(DOWN);
    failAll();
    expect(attempts()).to.equal(5);
    endpoint.reset();
    lines.last.events.handleOpen();
    expect(endpoint.phase).to.equal('open');
    lines.last.events.handleEnd(DOWN);
    failAll();
    expect(attempts(), 'being open begins the count anew').to.equal(8);
    endpoint.close();
  });

  it('on reset drops its line and opens a new one at once', async () => {
    const endpoint = await lines.opened(['a']);
    const [first] = lines.all;
    endpoint.reset();
    expect([first?.isClosed, lines.all.length, lines.phases]).to.deep.equal([true, 2, ['offline']]);
    lines.last.events.handleOpen();
    expect(lines.phases).to.deep.equal(['offline', 'open']);
    first?.events.handleEnd(DOWN);
    expect(endpoint.phase).to.equal('open');
    endpoint.close();
  });

  it('on reset does not wait, nor for a line that is just being opened, and tells nothing twice', async () => {
    const endpoint = await lines.opened(['a']);
    lines.last.events.handleEnd(DOWN);
    endpoint.reset();
    expect(lines.all).to.have.length(2);
    endpoint.reset();
    expect(lines.all).to.have.length(3);
    expect(lines.all[1]?.isClosed).to.equal(true);
    clock.pass(5000);
    expect([lines.all.length, lines.phases]).to.deep.equal([3, ['offline']]);
    endpoint.close();
    endpoint.reset();
    expect([lines.all.length, endpoint.phase, clock.timerCount]).to.deep.equal([3, 'closed', 0]);
  });
});
