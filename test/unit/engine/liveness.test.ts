import { expect } from '@open-wc/testing';
import { Liveness } from '../../../src/engine/mesh/liveness.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';

interface Watched {
  readonly clock: FakeClock;
  readonly liveness: Liveness;
  readonly said: string[];
  readonly heartbeats: boolean[];
  readonly suspected: (number | 'heard')[];
}

function watch(isAddressFree: () => Promise<boolean> = () => Promise.resolve(false)): Watched {
  const clock = createFakeClock();
  const said: string[] = [];
  const heartbeats: boolean[] = [];
  const suspected: (number | 'heard')[] = [];
  const liveness = new Liveness({
    clock,
    sendHeartbeat: (isSuspect) => heartbeats.push(isSuspect),
    onSuspect: () => suspected.push(clock.now()),
    onHeard: () => suspected.push('heard'),
    onWeak: (isWeak) => said.push(isWeak ? 'weak' : 'heard'),
    onGone: () => said.push('gone'),
    isAddressFree,
    random: () => 0,
  });
  return { clock, liveness, said, heartbeats, suspected };
}

async function passSlowly(clock: FakeClock, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.pass(1_000);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe('liveness', () => {
  it('says weak after three silent seconds and heard when the peer is back', () => {
    const { clock, liveness, said } = watch();
    clock.pass(2_900);
    expect(said).to.deep.equal([]);
    clock.pass(200);
    expect(said).to.deep.equal(['weak']);
    liveness.heard();
    expect(said).to.deep.equal(['weak', 'heard']);
  });

  it('says gone after twenty seconds when nobody knows better', async () => {
    const { clock, said } = watch();
    await passSlowly(clock, 19);
    expect(said).to.deep.equal(['weak']);
    await passSlowly(clock, 1);
    expect(said).to.deep.equal(['weak', 'gone']);
    expect(clock.timerCount).to.equal(0);
  });

  it('says gone after five seconds when the address was found free twice', async () => {
    const { clock, said } = watch(() => Promise.resolve(true));
    await passSlowly(clock, 4);
    expect(said).to.deep.equal(['weak']);
    await passSlowly(clock, 1);
    expect(said).to.deep.equal(['weak', 'gone']);
  });

  it('waits when the address was found free once and taken again', async () => {
    let asked = 0;
    const { clock, said } = watch(() => Promise.resolve((asked += 1) % 2 === 1));
    await passSlowly(clock, 10);
    expect(said).to.deep.equal(['weak']);
  });

  it('does not judge others by the time it slept itself', () => {
    const { clock, said } = watch();
    clock.sleep(60_000);
    clock.pass(1_000);
    expect(said).to.deep.equal([]);
  });

  it('does not count the time in which it was late itself as silence', () => {
    const { clock, suspected } = watch();
    for (let tick = 0; tick < 3; tick += 1) {
      clock.sleep(900);
      clock.pass(1);
    }
    expect(suspected).to.be.empty;
    clock.pass(1_000);
    expect(suspected).to.have.length(1);
  });

  it('suspects after two silent seconds, before anybody is told, and asks by other ways from then on', () => {
    const { clock, liveness, said, heartbeats, suspected } = watch();
    clock.pass(1_900);
    expect(suspected).to.deep.equal([]);
    expect(heartbeats).to.deep.equal([false, false]);
    clock.pass(200);
    expect(suspected).to.have.length(1);
    expect(heartbeats).to.deep.equal([false, false, true]);
    liveness.heard();
    expect(suspected[1]).to.equal('heard');
    expect(said).to.deep.equal([]);
  });

  it('is weak but not gone while there are signs of life by other ways', async () => {
    const { clock, liveness, said } = watch();
    for (let second = 0; second < 40; second += 1) {
      liveness.heardIndirectly();
      await passSlowly(clock, 1);
    }
    expect(said).to.deep.equal(['weak']);
    await passSlowly(clock, 20);
    expect(said).to.deep.equal(['weak', 'gone']);
  });
});
