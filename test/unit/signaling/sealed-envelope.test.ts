import { expect } from '@open-wc/testing';
import { NexError } from '../../../src/base/nex-error.js';
import { EnvelopeSealer } from '../../../src/signaling/sealed-envelope.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';

interface Content {
  type: string;
  v: number;
  seq: number;
  at: number;
  kind: string;
  iv: string;
  box: string;
}

const MINUTE_MS = 60_000;

function makeKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (reason: unknown) => reason,
  );
}

describe('A sealed envelope', () => {
  let key: CryptoKey;
  let clock: FakeClock;
  let alice: EnvelopeSealer;
  let bob: EnvelopeSealer;
  let forgers: string[];
  const sealerOf = (from: string, changes: { key?: CryptoKey; roomId?: string; clock?: FakeClock } = {}): EnvelopeSealer =>
    new EnvelopeSealer({ key, roomId: 'room', clock, ...changes, from, onForged: (forger) => forgers.push(forger) });
  const seal = async (type = 'knock', body: unknown = { epoch: 1 }): Promise<Content> => (await alice.seal('bob', type, body)) as Content;
  const openAtBob = (content: unknown, from = 'alice', to = 'bob') => bob.open({ from, to, content });

  beforeEach(async () => {
    key = await makeKey();
    clock = createFakeClock();
    forgers = [];
    alice = sealerOf('alice');
    bob = sealerOf('bob');
  });

  it('is opened by its receiver', async () => {
    const body = { text: 'größer', list: [1, null, { deep: true }] };
    expect(await openAtBob(await seal('knock', body))).to.deep.equal({ from: 'alice', type: 'knock', body });
  });

  it('is plain JSON of the agreed shape that shows nothing of the body', async () => {
    const content = await seal('knock', { text: 'hidden' });
    expect(JSON.parse(JSON.stringify(content))).to.deep.equal(content);
    expect(content).to.have.all.keys('type', 'v', 'seq', 'at', 'kind', 'iv', 'box');
    expect(content).to.include({ type: 'nexrtc', v: 1, kind: 'knock', at: clock.now() });
    expect(JSON.stringify(content)).not.to.contain('hidden');
    expect(atob(content.box)).not.to.contain('hidden');
    expect(atob(content.iv)).to.have.length(12);
  });

  it('never uses an iv twice', async () => {
    const ivs = await Promise.all(Array.from({ length: 50 }, async () => (await seal()).iv));
    expect(new Set(ivs)).to.have.property('size', 50);
  });

  it('carries any JSON value, also none', async () => {
    for (const body of [null, 0, '', false, [], {}]) expect((await openAtBob(await seal('x', body)))?.body).to.deep.equal(body);
    expect((await openAtBob(await alice.seal('bob', 'x', undefined)))?.body).to.equal(null);
  });

  it('holds the body as it was at the call', async () => {
    const body = { mute: false };
    const sealed = alice.seal('bob', 'state', body);
    body.mute = true;
    expect((await openAtBob(await sealed))?.body).to.deep.equal({ mute: false });
  });

  describe('is refused', () => {
    const flip = (base64: string): string => (base64.startsWith('A') ? 'B' : 'A') + base64.slice(1);
    const changes: Record<string, (content: Content) => object> = {
      'with another number': (content) => ({ ...content, seq: content.seq + 1 }),
      'with another time': (content) => ({ ...content, at: content.at + 1 }),
      'with another type': (content) => ({ ...content, kind: 'leave' }),
      'with another iv': (content) => ({ ...content, iv: flip(content.iv) }),
      'with another box': (content) => ({ ...content, box: flip(content.box) }),
      'with a cut box': (content) => ({ ...content, box: content.box.slice(0, 8) }),
      'with an empty box': (content) => ({ ...content, box: '' }),
      'of another version': (content) => ({ ...content, v: 2 }),
      'of another kind of message': (content) => ({ ...content, type: 'other' }),
      'with something added': (content) => ({ ...content, extra: 1 }),
      'with something missing': ({ iv: _iv, ...content }) => content,
      'with a number that is none': (content) => ({ ...content, seq: '1' }),
      'with a broken number': (content) => ({ ...content, seq: 1.5 }),
      'with a negative number': (content) => ({ ...content, seq: -1 }),
      'with a time that is none': (content) => ({ ...content, at: null }),
      'with a type of strange characters': (content) => ({ ...content, kind: 'kno ck' }),
      'with a box that is not base64': (content) => ({ ...content, box: '!!!!' }),
      'as a list': ({ seq, at, kind, iv, box }) => [seq, at, kind, iv, box],
    };
    for (const [what, change] of Object.entries(changes)) {
      it(what, async () => {
        const content = await seal();
        expect(await openAtBob(change(content))).to.equal(null);
        expect(forgers).to.deep.equal(['alice']);
        expect(await openAtBob(content), 'the true one is still taken').not.to.equal(null);
        expect(forgers).to.have.length(1);
      });
    }

    it('when it is no object', async () => {
      for (const content of [null, undefined, 'nexrtc', 1]) expect(await openAtBob(content)).to.equal(null);
    });

    it('from another sender', async () => {
      expect(await openAtBob(await seal(), 'mallory')).to.equal(null);
      expect(forgers).to.deep.equal(['mallory']);
    });

    it('at another receiver', async () => {
      expect(await openAtBob(await seal(), 'alice', 'carol')).to.equal(null);
    });

    it('in another room of the same key', async () => {
      bob = sealerOf('bob', { roomId: 'other' });
      expect(await openAtBob(await seal())).to.equal(null);
    });

    it('with another key', async () => {
      bob = sealerOf('bob', { key: await makeKey() });
      expect(await openAtBob(await seal())).to.equal(null);
      expect(forgers).to.deep.equal(['alice']);
    });

    it('when it is thrown back at its sender', async () => {
      const content = await seal();
      expect(await alice.open({ from: 'bob', to: 'alice', content })).to.equal(null);
      expect(await alice.open({ from: 'alice', to: 'bob', content })).to.equal(null);
    });

    it('the second time', async () => {
      const content = await seal();
      expect(await openAtBob(content)).not.to.equal(null);
      expect(await openAtBob(content)).to.equal(null);
      await openAtBob(await seal());
      expect(await openAtBob(content)).to.equal(null);
    });

    it('twice at once', async () => {
      const content = await seal();
      const answers = await Promise.all([openAtBob(content), openAtBob(content)]);
      expect(answers.map((answer) => answer !== null)).to.deep.equal([true, false]);
    });

    it('when more than 5 minutes old, or ahead of time', async () => {
      const old = await seal();
      clock.pass(5 * MINUTE_MS);
      const still = await openAtBob(old);
      expect(still).not.to.equal(null);
      const older = await seal();
      clock.pass(5 * MINUTE_MS + 1);
      expect(await openAtBob(older)).to.equal(null);
      alice = sealerOf('alice', { clock: createFakeClock(clock.now() + 5 * MINUTE_MS + 1) });
      expect(await openAtBob(await seal())).to.equal(null);
    });

    it('when larger than an envelope may be', async () => {
      const content = await seal('x', 'y');
      expect(await openAtBob({ ...content, box: 'A'.repeat(64 * 1024) })).to.equal(null);
    });

    it('with keys that reach a prototype, sealed by somebody who holds the key', async () => {
      for (const text of ['{"__proto__":{"isAdmin":true}}', '{"a":[{"constructor":1}]}', '{"prototype":1}', '[[[[[[[[[]]]]]]]]]', '{']) {
        const { seq, at, kind, ...rest } = await seal();
        const iv = Uint8Array.from(atob(rest.iv), (character) => character.charCodeAt(0));
        const additionalData = new TextEncoder().encode(JSON.stringify([1, 'room', 'alice', 'bob', seq, kind, at]));
        const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, new TextEncoder().encode(text));
        const forged = { ...rest, seq, at, kind, box: btoa(String.fromCharCode(...new Uint8Array(box))) };
        expect(await openAtBob(forged), text).to.equal(null);
      }
      expect(forgers).to.have.length(5);
    });
  });

  it('that honest members repeat, delay or send in numbers is no forgery', async () => {
    const twice = await seal();
    await openAtBob(twice);
    await openAtBob(twice);
    await openAtBob(await seal(), 'bob');
    const many = await seal();
    await Promise.all(Array.from({ length: 1100 }, () => openAtBob(many)));
    const old = await seal();
    clock.pass(5 * MINUTE_MS + 1);
    expect(await openAtBob(old)).to.equal(null);
    expect(forgers).to.deep.equal([]);
  });

  it('is taken late and out of order, once, within the window', async () => {
    const contents: Content[] = [];
    for (let count = 0; count <= 1030; count += 1) contents.push(await seal('n', count));
    expect((await openAtBob(contents[1030]))?.body).to.equal(1030);
    expect((await openAtBob(contents[10]))?.body).to.equal(10);
    expect((await openAtBob(contents[7]))?.body).to.equal(7);
    expect(await openAtBob(contents[6]), '1024 behind').to.equal(null);
    expect(await openAtBob(contents[10]), 'again').to.equal(null);
    expect((await openAtBob(contents[1029]))?.body).to.equal(1029);
  });

  it('of the next holder of an address is not taken for a replay', async () => {
    for (let count = 0; count < 100; count += 1) await openAtBob(await seal());
    alice = sealerOf('alice');
    expect(await openAtBob(await seal())).not.to.equal(null);
  });

  it('settles in the order of the calls, with rising numbers', async () => {
    const settled: number[] = [];
    const bodies = Array.from({ length: 40 }, (_, index) => ({ index, padding: 'x'.repeat(index % 2 === 0 ? 20_000 : 1) }));
    const contents = await Promise.all(
      bodies.map(async (body) => {
        const content = (await alice.seal('bob', 'n', body)) as Content;
        settled.push(body.index);
        return content;
      }),
    );
    expect(settled).to.deep.equal(bodies.map(({ index }) => index));
    expect(contents.every((content, index) => index === 0 || content.seq > (contents[index - 1]?.seq ?? Infinity))).to.equal(true);
    const opened: number[] = [];
    await Promise.all(
      contents.map(async (content) => {
        opened.push(((await openAtBob(content))?.body as { index: number }).index);
      }),
    );
    expect(opened).to.deep.equal(settled);
  });

  it('goes on after one that cannot be sealed', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const results = [alice.seal('bob', 'n', 'x'.repeat(60_000)), alice.seal('bob', 'n', circle), alice.seal('bob', 'bad type', 1)];
    const deep = JSON.parse('['.repeat(9) + ']'.repeat(9)) as unknown;
    results.push(alice.seal('bob', 'n', deep), alice.seal('bob', 'n', JSON.parse('{"__proto__":1}')));
    const next = alice.seal('bob', 'n', 1);
    for (const result of results) {
      const error = await rejection(result);
      expect(error).to.be.instanceOf(NexError);
      expect(error).to.have.property('code', 'signaling/bad-message');
    }
    expect((await openAtBob(await next))?.body).to.equal(1);
  });

  it('takes a body of 45 000 characters, and fits into one message of the server then', async () => {
    const content = await seal('offer', 'x'.repeat(45_000));
    expect(JSON.stringify({ type: 'OFFER', dst: 'a'.repeat(64), payload: { type: 'nexrtc', content } }).length).to.be.below(64 * 1024);
    expect(await openAtBob(content)).not.to.equal(null);
  });
});
