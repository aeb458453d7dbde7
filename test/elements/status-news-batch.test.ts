import { expect } from '@open-wc/testing';
import { NewsBatch, type News } from '../../elements/status/news-batch.js';
import { Scope } from '../../src/base/scope.js';

/** A clock turned by hand. */
function handClock() {
  let now = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    after(delayMs: number, run: () => void) {
      const timer = { at: now + delayMs, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    every: () => () => undefined,
    advance(ms: number) {
      now += ms;
      for (const timer of [...timers]) if (timer.at <= now && timers.delete(timer)) timer.run();
    },
  };
}

/** What a batch says: the names of who joined and left, and the rest by id. */
function told({ joined, left, hands, messages, spotlightId }: News): string {
  const people = [...joined.values()].map((name) => `+${name}`).concat([...left.values()].map((name) => `-${name}`));
  const spotlight = spotlightId === undefined ? [] : [`*${spotlightId}`];
  return [...people, ...[...hands.values()].map((name) => `^${name}`), ...messages, ...spotlight].join(' ');
}

describe('NewsBatch', () => {
  function batched() {
    const clock = handClock();
    const said: string[] = [];
    const announce = (news: News): boolean => {
      const words = told(news);
      if (words !== '') said.push(words);
      return words !== '';
    };
    return { clock, said, batch: new NewsBatch({ scope: new Scope(clock), now: clock.now, announce }) };
  }

  it('gathers what happens within 1.5 s', () => {
    const { clock, said, batch } = batched();
    batch.joined('a', 'Ana');
    clock.advance(1000);
    batch.joined('b', 'Bo');
    clock.advance(499);
    expect(said).to.deep.equal([]);
    clock.advance(1);
    expect(said).to.deep.equal(['+Ana +Bo']);
  });

  it('says nothing of somebody who comes and goes within 5 s, before it was said or after', () => {
    const { clock, said, batch } = batched();
    batch.joined('a', 'Ana');
    clock.advance(500);
    batch.left('a', 'Ana');
    clock.advance(10_000);
    expect(said).to.deep.equal([]);
    batch.joined('b', 'Bo');
    clock.advance(1500);
    clock.advance(3000);
    batch.left('b', 'Bo');
    clock.advance(10_000);
    expect(said).to.deep.equal(['+Bo']);
  });

  it('says nothing of somebody who goes and is back before that was said', () => {
    const { clock, said, batch } = batched();
    batch.left('a', 'Ana');
    clock.advance(1000);
    batch.joined('a', 'Ana');
    clock.advance(10_000);
    expect(said).to.deep.equal([]);
  });

  it('leaves three seconds between messages, and none after silence', () => {
    const { clock, said, batch } = batched();
    batch.joined('a', 'Ana');
    clock.advance(1500);
    batch.joined('b', 'Bo');
    clock.advance(2999);
    expect(said.length).to.equal(1);
    clock.advance(1);
    expect(said.length).to.equal(2);
    clock.advance(60_000);
    batch.hand('a', 'Ana', true);
    clock.advance(1500);
    expect(said).to.deep.equal(['+Ana', '+Bo', '^Ana']);
  });

  it('brings all kinds together, and forgets a hand that went down again', () => {
    const { clock, said, batch } = batched();
    batch.message('m1');
    batch.hand('a', 'Ana', true);
    batch.hand('b', 'Bo', true);
    batch.hand('b', 'Bo', false);
    batch.spotlight('a');
    clock.advance(1500);
    expect(said).to.deep.equal(['^Ana m1 *a']);
  });
});
