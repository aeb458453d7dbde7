import { expect } from '@open-wc/testing';
import { Speaker } from '../../../../src/call/participants/speaker.js';

const LOUD = 0.3;
const SOFT = 0.1;
const QUIET = 0.01;

function create(): {
  feed: (levels: Readonly<Record<string, number>>, durationMs: number) => void;
  speaker: Speaker;
  speaking: string[];
  dominant: (string | null)[];
} {
  const speaking: string[] = [];
  const dominant: (string | null)[] = [];
  const speaker = new Speaker({
    onSpeaking: (id, isSpeaking) => speaking.push(`${id} ${isSpeaking}`),
    onDominant: (id) => dominant.push(id),
  });
  let now = 0;
  const feed = (levels: Readonly<Record<string, number>>, durationMs: number): void => {
    for (const end = now + durationMs; now < end; now += 100)
      for (const [id, level] of Object.entries(levels)) speaker.add(id, level, now, id === 'local');
  };
  return { feed, speaker, speaking, dominant };
}

describe('Speaker', () => {
  it('takes two loud samples for speech, and 600 ms of silence for its end', () => {
    const { feed, speaking } = create();
    feed({ a: LOUD }, 100);
    expect(speaking).to.deep.equal([]);
    feed({ a: LOUD }, 100);
    expect(speaking).to.deep.equal(['a true']);
    feed({ a: QUIET }, 500);
    expect(speaking).to.deep.equal(['a true']);
    feed({ a: QUIET }, 200);
    expect(speaking).to.deep.equal(['a true', 'a false']);
  });

  it('does not take the level itself for speech: it must be above', () => {
    const { feed, speaking } = create();
    feed({ a: 0.06 }, 1000);
    expect(speaking).to.deep.equal([]);
  });

  it('never lets this device lead', () => {
    const { feed, dominant, speaking } = create();
    feed({ local: LOUD }, 3000);
    expect(speaking).to.deep.equal(['local true']);
    expect(dominant).to.deep.equal([]);
  });

  it('gives the place to another one only after the hold and a lead of 600 ms', () => {
    const { feed, dominant } = create();
    feed({ a: LOUD, b: QUIET }, 400);
    expect(dominant).to.deep.equal(['a']);
    feed({ a: QUIET, b: LOUD }, 1000);
    expect(dominant).to.deep.equal(['a']);
    feed({ a: QUIET, b: LOUD }, 1000);
    expect(dominant).to.deep.equal(['a', 'b']);
  });

  it('does not move for a cough', () => {
    const { feed, dominant } = create();
    feed({ a: SOFT, b: QUIET }, 3000);
    feed({ a: SOFT, b: 1 }, 300);
    feed({ a: SOFT, b: QUIET }, 2000);
    expect(dominant).to.deep.equal(['a']);
  });

  it('keeps the place in silence and frees it when its holder is gone', () => {
    const { feed, dominant, speaker } = create();
    feed({ a: LOUD }, 500);
    feed({ a: QUIET }, 5000);
    expect(dominant).to.deep.equal(['a']);
    speaker.remove('a', true);
    expect(dominant).to.deep.equal(['a', null]);
  });
});
