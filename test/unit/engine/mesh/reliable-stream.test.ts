import { expect } from '@open-wc/testing';
import { FLOOD_LIMITS, FloodGuard } from '../../../../src/engine/mesh/flood-guard.js';
import { ReliableStream } from '../../../../src/engine/mesh/reliable-stream.js';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.js';
import { Pipe, randomFrom, type Faults } from './pipe.js';

interface Side {
  stream: ReliableStream;
  readonly got: unknown[];
  restarts: number;
}

describe('A reliable stream', () => {
  let clock: FakeClock;
  let pipe: Pipe;
  let a: Side;
  let b: Side;
  let streams: ReliableStream[];

  function createSide(name: 'a' | 'b'): Side {
    const side: Side = { stream: null as unknown as ReliableStream, got: [], restarts: 0 };
    side.stream = new ReliableStream({
      clock,
      write: (text) => pipe.write(name, text),
      onMessage: (body) => side.got.push(body),
      onRestart: () => (side.restarts += 1),
    });
    streams.push(side.stream);
    return side;
  }

  function connect(faults: Faults = {}): void {
    streams = [];
    pipe = new Pipe(clock, faults, (to, text) => void (to === 'a' ? a : b).stream.handleFrame(JSON.parse(text)));
    a = createSide('a');
    b = createSide('b');
  }

  function replaceChannel(): void {
    pipe.replace();
    a.stream.resend();
    b.stream.resend();
  }

  const bodies = (count: number, mark = 'n'): unknown[] => Array.from({ length: count }, (_, index) => `${mark}${String(index)}`);

  beforeEach(() => {
    clock = createFakeClock();
    connect();
  });
  afterEach(() => {
    for (const stream of streams) stream.close();
    pipe.close();
    expect(clock.timerCount, 'timers left').to.equal(0);
  });

  it('delivers at once, once, in order, both ways', () => {
    for (const body of bodies(20)) a.stream.send(body);
    for (const body of bodies(20, 'm')) b.stream.send(body);
    clock.pass(100);
    expect(b.got).to.deep.equal(bodies(20));
    expect(a.got).to.deep.equal(bodies(20, 'm'));
  });

  it('carries any JSON value, as it was at the call', () => {
    const body = { words: ['größer'], nothing: null };
    a.stream.send(body);
    body.words.push('later');
    for (const value of [null, 0, '', false, []]) a.stream.send(value);
    clock.pass(100);
    expect(b.got).to.deep.equal([{ words: ['größer'], nothing: null }, null, 0, '', false, []]);
  });

  it('acknowledges by what it says itself, alone after 200 ms, or at the 16th', () => {
    a.stream.send('one');
    clock.pass(20);
    b.stream.send('answer');
    clock.pass(20);
    expect(a.stream.pendingCount).to.equal(0);
    a.stream.send('two');
    clock.pass(190);
    expect(a.stream.pendingCount).to.equal(1);
    clock.pass(40);
    expect(a.stream.pendingCount).to.equal(0);
    for (const body of bodies(16)) a.stream.send(body);
    clock.pass(30);
    expect(a.stream.pendingCount).to.equal(0);
  });

  it('says nothing of itself when there is nothing to say', () => {
    a.stream.send('one');
    clock.pass(500);
    const { written } = pipe;
    clock.pass(600_000);
    expect(pipe.written).to.equal(written);
  });

  it('keeps what is said without a channel, and sends it when there is one', () => {
    pipe.isOpen = false;
    expect(bodies(50).every((body) => a.stream.send(body))).to.equal(true);
    clock.pass(30_000);
    expect(b.got).to.deep.equal([]);
    pipe.isOpen = true;
    a.stream.resend();
    clock.pass(2_000);
    expect(b.got).to.deep.equal(bodies(50));
  });

  it('keeps 256 messages and 1 MiB, and refuses more', () => {
    pipe.isOpen = false;
    expect(bodies(256).every((body) => a.stream.send(body))).to.equal(true);
    expect(a.stream.send('one more')).to.equal(false);
    const large = 'x'.repeat(16 * 1024 - 2);
    let count = 0;
    while (b.stream.send(large)) count += 1;
    expect(count).to.equal(64);
  });

  it('refuses what the other side would not take, and what is no JSON', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    for (const body of ['x'.repeat(FLOOD_LIMITS.messageBytes), circle, undefined, (): void => undefined]) {
      expect(a.stream.send(body)).to.equal(false);
    }
    expect(a.stream.pendingCount).to.equal(0);
  });

  it('never has more on its way than the other side takes for no flood', () => {
    const guard = new FloodGuard({ clock });
    const verdicts = new Set<string>();
    pipe.onArrival = (text) => verdicts.add(guard.judge(text.length));
    for (const body of bodies(256)) a.stream.send({ body, padding: 'x'.repeat(2_000) });
    for (let second = 0; second < 30; second += 1) {
      clock.pass(1_000);
      if (second % 5 === 0) replaceChannel();
    }
    expect(b.got).to.have.length(256);
    expect([...verdicts]).to.deep.equal(['take']);
  });

  it('goes on after a new channel as if nothing had been', () => {
    a.stream.send('before');
    clock.pass(300);
    pipe.isOpen = false;
    a.stream.send('while apart');
    b.stream.send('here too');
    clock.pass(20_000);
    replaceChannel();
    clock.pass(100);
    expect(b.got).to.deep.equal(['before', 'while apart']);
    expect(a.got).to.deep.equal(['here too']);
    expect([a.restarts, b.restarts]).to.deep.equal([0, 0]);
  });

  it('tells a peer that begins anew from one that reconnects, and sends it what is still kept, once', () => {
    for (const body of bodies(5)) a.stream.send(body);
    b.stream.send('old page');
    clock.pass(300);
    pipe.isOpen = false;
    a.stream.send('while it loaded');
    b.stream.close();
    b = createSide('b');
    b.stream.send('new page');
    replaceChannel();
    clock.pass(300);
    a.stream.send('after');
    clock.pass(300);
    expect(b.got).to.deep.equal(['while it loaded', 'after']);
    expect(a.got).to.deep.equal(['old page', 'new page']);
    expect([a.restarts, b.restarts]).to.deep.equal([1, 0]);
    expect(a.stream.pendingCount).to.equal(0);
  });

  it('takes nothing from a life of the peer that is over', () => {
    const old = b.stream;
    old.send('one');
    clock.pass(10);
    b = createSide('b');
    b.stream.send('anew');
    clock.pass(10);
    old.send('ghost');
    clock.pass(300);
    expect(a.got).to.deep.equal(['one', 'anew']);
    expect(a.restarts).to.equal(1);
  });

  it('sends little into a channel that has fallen silent', () => {
    pipe.isSilent = true;
    for (const body of bodies(30)) a.stream.send(body);
    clock.pass(60_000);
    expect(pipe.written).to.be.within(32, 36);
    pipe.isSilent = false;
    clock.pass(31_000);
    expect(b.got, 'found out without a new channel').to.deep.equal(bodies(30));
  });

  it('is quiet and empty once closed', () => {
    a.stream.send('one');
    a.stream.close();
    a.stream.close();
    a.stream.resend();
    expect(a.stream.send('two')).to.equal(false);
    expect(a.stream.handleFrame({ stream: b.stream.id, to: null, ack: 0, base: 1, seq: 1, body: 1 })).to.equal(false);
    expect([a.stream.pendingCount, a.got.length]).to.deep.equal([0, 0]);
  });

  describe('through a network that', () => {
    for (const [what, faults] of Object.entries<Faults>({
      'loses a third': { loss: 0.33 },
      'doubles half': { doubling: 0.5 },
      'mixes everything up': { jitterMs: 800 },
      'loses, doubles and mixes': { loss: 0.2, doubling: 0.3, jitterMs: 500 },
      'also replaces its channel again and again': { loss: 0.1, doubling: 0.2, jitterMs: 300, replaceMs: 700 },
    })) {
      it(`${what}, everything arrives once and in order`, () => {
        for (let seed = 1; seed <= 20; seed += 1) {
          const random = randomFrom(seed);
          connect({ ...faults, random });
          const said: { a: unknown[]; b: unknown[] } = { a: [], b: [] };
          let nextChannel = faults.replaceMs ?? Infinity;
          for (let time = 0; time < 15_000; time += 100) {
            clock.pass(100);
            for (const [name, { stream }] of Object.entries({ a, b }) as ['a' | 'b', Side][]) {
              const body = `${name}${String(time)}`;
              if (random() < 0.4 && stream.send(body)) said[name].push(body);
            }
            if (time < nextChannel) continue;
            nextChannel += (faults.replaceMs ?? 0) * (0.5 + random());
            pipe.isOpen = random() < 0.7;
            if (pipe.isOpen) replaceChannel();
          }
          pipe.isOpen = true;
          replaceChannel();
          clock.pass(600_000);
          expect(b.got, `seed ${String(seed)}, a to b`).to.deep.equal(said.a);
          expect(a.got, `seed ${String(seed)}, b to a`).to.deep.equal(said.b);
          expect([a.stream.pendingCount, b.stream.pendingCount, a.restarts, b.restarts]).to.deep.equal([0, 0, 0, 0]);
          for (const stream of streams) stream.close();
          pipe.close();
        }
      });
    }
  });
});
