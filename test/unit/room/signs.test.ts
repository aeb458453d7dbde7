import { expect } from '@open-wc/testing';
import { Hands } from '../../../src/room/hands.js';
import { RateLimit } from '../../../src/room/rate-limit.js';
import { parseReaction } from '../../../src/room/reaction.js';
import { SenderLimits } from '../../../src/room/sender-limits.js';
import { Spotlight } from '../../../src/room/spotlight.js';

const NOW = 1_000_000;
const presence = (handRaisedAt: unknown): object => ({ kind: 'presence', name: 'Ada', handRaisedAt });

describe('hands', () => {
  it('are read from presences only, and are down for those who do not know of them', () => {
    const hands = new Hands();
    for (const data of [null, 'presence', { kind: 'chat', handRaisedAt: 5 }]) expect(hands.read('a', data, NOW)).to.equal(undefined);
    for (const at of [undefined, null, 'now', NaN, -1, Infinity, {}]) expect(hands.read('a', presence(at), NOW)).to.equal(null);
  });

  it('keep the time of a hand that was up before one came, but none that is still to come', () => {
    const hands = new Hands();
    expect(hands.read('a', presence(5), NOW)).to.equal(5);
    expect(hands.read('b', presence(NOW + 1e9), NOW)).to.equal(NOW);
  });

  it('of a hand that was seen down believe a minute', () => {
    const hands = new Hands();
    hands.read('a', presence(null), NOW);
    expect(hands.read('a', presence(5), NOW)).to.equal(NOW - 60_000);
    hands.read('a', presence(null), NOW);
    expect(hands.read('a', presence(NOW - 1000), NOW)).to.equal(NOW - 1000);
  });

  it('cannot be moved forward while they are up', () => {
    const hands = new Hands();
    hands.read('a', presence(NOW - 10), NOW);
    expect(hands.read('a', presence(1), NOW)).to.equal(NOW - 10);
    hands.forget('a');
    expect(hands.read('a', presence(1), NOW)).to.equal(1);
  });
});

describe('reactions', () => {
  it('are those that are known, and nothing else', () => {
    expect(parseReaction({ kind: 'reaction', emoji: '👍' }, ['👍', '🎉'])).to.equal('👍');
    for (const data of [null, '👍', { kind: 'reaction', emoji: '💣' }, { kind: 'reaction', emoji: ['👍'] }, { kind: 'x', emoji: '👍' }])
      expect(parseReaction(data, ['👍', '🎉'])).to.equal(null);
  });
});

describe('the spotlight', () => {
  const message = (participantId: string | null, round: number, at: number): object => ({ kind: 'spotlight', participantId, round, at });

  it('is the same for all in whatever order the choices come', () => {
    const choices = [message('a', 1, 10), message('b', 1, 20), message('c', 1, 20), message(null, 1, 20)];
    for (const order of [choices, [...choices].reverse(), [choices[2]!, choices[0]!, choices[3]!, choices[1]!]]) {
      const spotlight = new Spotlight();
      for (const choice of order) spotlight.handle(choice, NOW);
      expect(spotlight.participantId).to.equal('c');
    }
  });

  it('is the later choice, also of one whose clock is slow', () => {
    const [fast, slow] = [new Spotlight(), new Spotlight()];
    fast.choose('a', NOW + 3_600_000);
    slow.handle(fast.message, NOW);
    slow.choose('b', NOW);
    fast.handle(slow.message, NOW + 3_600_000);
    expect([fast.participantId, slow.participantId]).to.deep.equal(['b', 'b']);
  });

  it('takes nothing that is not well formed', () => {
    const spotlight = new Spotlight();
    const hostile = [
      null,
      { participantId: 'a', round: 1, at: 1 },
      message('a b', 1, 1),
      message('a', 0, 1),
      message('a', 1.5, 1),
      message('a', Infinity, 1),
      message('a', 1, -1),
      message('a', 1, NaN),
      message(5 as unknown as string, 1, 1),
      message('a'.repeat(65), 1, 1),
    ];
    for (const data of hostile) expect(spotlight.handle(data, NOW)).to.equal(false);
    expect(spotlight.isChosen).to.equal(false);
  });

  it('cannot be taken for ever', () => {
    const [honest, liar] = [new Spotlight(), message('x', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)];
    honest.handle(liar, NOW);
    expect(honest.participantId).to.equal('x');
    honest.choose('a', NOW + 5);
    expect(honest.handle(liar, NOW + 5)).to.equal(true);
    honest.choose(null, NOW + 10);
    const other = new Spotlight();
    other.handle(liar, NOW);
    expect(other.handle(honest.message, NOW + 10)).to.equal(true);
    expect(other.participantId).to.equal(null);
  });

  it('ends with the one who was chosen, for those who heard of it late too', () => {
    const spotlight = new Spotlight();
    spotlight.choose('a', NOW);
    spotlight.forget('b');
    expect(spotlight.participantId).to.equal('a');
    spotlight.forget('a');
    expect(spotlight.participantId).to.equal(null);
  });
});

describe('limits', () => {
  it('give a burst, then so many a second, and nothing for a clock that is set back', () => {
    let now = NOW;
    const limit = new RateLimit({ now: () => now, perSecond: 2, burst: 3 });
    expect([1, 2, 3, 4].map(() => limit.take())).to.deep.equal([true, true, true, false]);
    now += 500;
    expect([1, 2].map(() => limit.take())).to.deep.equal([true, false]);
    now -= 100_000;
    expect(limit.take()).to.equal(false);
    now += 500;
    expect(limit.take()).to.equal(true);
    now += 1e9;
    expect([1, 2, 3, 4].map(() => limit.take())).to.deep.equal([true, true, true, false]);
  });

  it('count each sender apart, in bounded memory', () => {
    const limits = new SenderLimits({ now: () => NOW, perSecond: 1, burst: 1 });
    expect([limits.take('a'), limits.take('a'), limits.take('b')]).to.deep.equal([true, false, true]);
    for (let index = 0; index < 100; index += 1) limits.take(String(index));
    expect(limits.take('99')).to.equal(false);
    expect(limits.take('a')).to.equal(true);
  });
});
