import { expect } from '@open-wc/testing';
import { ReliableStream } from '../../../../src/engine/mesh/reliable-stream.js';
import { createFakeClock } from '../../../support/fake-clock.js';

describe('A reliable stream, given hostile frames,', () => {
  const ID = 'aaaaaaaaaaaaaaaa';
  const OTHER = 'bbbbbbbbbbbbbbbb';
  let stream: ReliableStream;
  let got: unknown[];
  let isOpen: boolean;
  const frame = (change: object): object => ({ stream: ID, to: null, ack: 0, base: 1, seq: 1, body: 'x', ...change });

  beforeEach(() => {
    got = [];
    isOpen = true;
    stream = new ReliableStream({ clock: createFakeClock(), write: () => isOpen, onMessage: (body) => got.push(body) });
  });

  for (const [what, value] of Object.entries<unknown>({
    nothing: null,
    text: 'frame',
    'a list': [1, 2],
    'a stream that is none': frame({ stream: 'A' }),
    'a stream that is too long': frame({ stream: `${ID}a` }),
    'a receiver that is none': frame({ to: 7 }),
    'no receiver': frame({ to: undefined }),
    'a negative acknowledgement': frame({ ack: -1 }),
    'a broken number': frame({ seq: 1.5 }),
    'a number beyond counting': frame({ seq: 2 ** 60 }),
    'a number of zero': frame({ seq: 0 }),
    'a number below its base': frame({ seq: 4, base: 5 }),
    'no body': frame({ body: undefined }),
  })) {
    it(`refuses ${what}`, () => {
      expect(stream.handleFrame(value)).to.equal(false);
      expect(got).to.deep.equal([]);
    });
  }

  it('believes no acknowledgement of what was never sent, or of another stream', () => {
    isOpen = false;
    stream.send('kept');
    for (const to of [stream.id, ID]) for (const ack of [1, 5, 2 ** 50]) stream.handleFrame(frame({ to, ack }));
    expect(stream.pendingCount).to.equal(1);
    isOpen = true;
    stream.resend();
    stream.handleFrame(frame({ to: ID, ack: 1, seq: 2 }));
    expect(stream.pendingCount).to.equal(1);
    stream.handleFrame(frame({ to: stream.id, ack: 1, seq: 2 }));
    expect(stream.pendingCount).to.equal(0);
  });

  it('keeps bounded memory of what comes before its turn', () => {
    stream.handleFrame(frame({ seq: 1 }));
    for (let seq = 3; seq < 2000; seq += 1) stream.handleFrame(frame({ seq, body: 'x'.repeat(8 * 1024) }));
    stream.handleFrame(frame({ seq: 2 }));
    // 1 MiB of 8 KiB and two quotes each.
    expect(got).to.have.length(2 + 127);
  });

  it('does not lose its place to a far base, numbers in the distance, or many lives', () => {
    stream.handleFrame(frame({ seq: 1, body: 'first' }));
    stream.handleFrame(frame({ seq: 500, body: 'far' }));
    stream.handleFrame(frame({ seq: 2, body: 'second' }));
    for (let life = 0; life < 100; life += 1)
      stream.handleFrame(frame({ stream: life.toString(16).padStart(16, '0'), seq: 1, base: 2 ** 40 }));
    expect(got).to.deep.equal(['first', 'second']);
    stream.handleFrame(frame({ stream: OTHER, body: 'true' }));
    expect(got).to.deep.equal(['first', 'second', 'true']);
  });
});
