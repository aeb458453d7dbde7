import { expect } from '@open-wc/testing';
import type { NexError } from '../../../../src/base/nex-error.js';
import type { IceServersAnswer } from '../../../../src/call/ice/fetch-ice-servers.js';
import { IceServers } from '../../../../src/call/ice/ice-servers.js';
import { iceServersLife } from '../../../../src/call/ice/ice-servers-life.js';
import { codeOf, createCallHarness, settle } from '../../../support/call-harness.js';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.js';

const HOUR = 3_600_000;

describe('the life of ICE servers', () => {
  const NOW = 1_700_000_000_000;
  const turn = (username?: string): RTCIceServer => ({ urls: 'turn:a', credential: 'x', ...(username === undefined ? {} : { username }) });
  const table: readonly [string, unknown, readonly RTCIceServer[], number][] = [
    ['ttl in seconds', { iceServers: [], ttl: 600 }, [], 600_000],
    ['ttl as text', { ttl: '600' }, [], 600_000],
    ['expires in seconds since the epoch', { expires: 1_700_000_900 }, [], 900_000],
    ['expires in milliseconds since the epoch', { expires: NOW + 900_000 }, [], 900_000],
    ['expires as a date', { expires: '2023-11-14T22:28:20Z' }, [], 900_000],
    ['ttl before the user name', { ttl: 600 }, [turn('1700000900:ada')], 600_000],
    ['the user name', [], [turn('1700000900:ada')], 900_000],
    ['a user name that is only a time', [], [turn('1700000900')], 900_000],
    ['the first user name to expire', [], [turn('1700000900:ada'), turn('1700000300:ada'), turn()], 300_000],
    ['a user name that has no time', [], [turn('ada'), turn('12:ada')], HOUR],
    ['nothing', [], [], HOUR],
    ['a ttl that is none', { ttl: -5, expires: 'soon' }, [], HOUR],
    ['what is over already', { expires: 1_600_000_000 }, [], 60_000],
    ['a ttl of years', { ttl: 1e9 }, [], 24 * HOUR],
  ];
  for (const [name, answer, servers, life] of table) {
    it(`is ${life / 1000} s by ${name}`, () => {
      expect(iceServersLife(answer, servers, NOW)).to.equal(life);
    });
  }
});

describe('ICE servers from a URL', () => {
  let clock: FakeClock;
  let answers: (IceServersAnswer | Error | Promise<IceServersAnswer>)[];
  let asked: number;
  let errors: NexError[];
  let ice: IceServers;

  const answer = (name: string, lifeMs = 100_000): IceServersAnswer => ({ servers: [{ urls: `turn:${name}` }], lifeMs });
  const current = async (): Promise<string> => (await ice.current()).map(({ urls }) => String(urls)).join();
  async function pass(durationMs: number): Promise<void> {
    clock.pass(durationMs);
    await settle();
  }

  beforeEach(() => {
    clock = createFakeClock();
    answers = [];
    errors = [];
    asked = 0;
    ice = new IceServers({
      clock,
      given: [],
      fetch: async () => {
        asked += 1;
        const next = answers.shift() ?? new Error('no more answers');
        if (next instanceof Error) throw next;
        return next;
      },
    });
    ice.onError((error) => errors.push(error));
    ice.setInUse(true);
  });
  afterEach(() => {
    ice.close();
    expect(clock.timerCount).to.equal(0);
  });

  it('are asked for once, however many connections are made', async () => {
    answers = [answer('one')];
    expect([await current(), await current(), await current()]).to.deep.equal(['turn:one', 'turn:one', 'turn:one']);
    expect(asked).to.equal(1);
  });

  it('are renewed at 80 % of their life, before anybody asks', async () => {
    answers = [answer('one'), answer('two', 200_000), answer('three')];
    await current();
    await pass(79_900);
    expect([asked, await current()]).to.deep.equal([1, 'turn:one']);
    await pass(200);
    expect([asked, await current()]).to.deep.equal([2, 'turn:two']);
    await pass(159_000);
    expect(asked).to.equal(2);
    await pass(2000);
    expect([asked, await current()]).to.deep.equal([3, 'turn:three']);
  });

  it('fail the join when there is no answer at first', async () => {
    answers = [new Error('down')];
    expect(await ice.current().catch((thrown: unknown) => (thrown as Error).message)).to.equal('down');
    expect(errors).to.deep.equal([]);
  });

  it('stay in use when the URL fails, with one warning and ever rarer attempts', async () => {
    answers = [answer('one')];
    await current();
    await pass(80_000);
    expect([asked, errors.length]).to.deep.equal([2, 1]);
    expect(errors[0]!.code).to.equal('config/invalid');
    expect(errors[0]!.fatal).to.equal(false);
    expect(errors[0]!.detail.option).to.equal('ice-servers');
    await pass(5000);
    expect(asked).to.equal(3);
    await pass(5000);
    expect(asked).to.equal(3);
    await pass(5000);
    expect(asked).to.equal(4);
    for (let minute = 0; minute < 60; minute += 1) await pass(60_000);
    expect(asked).to.be.within(12, 24);
    expect(errors).to.have.length(1);
    answers = [answer('back')];
    await pass(300_000);
    expect(await current()).to.equal('turn:back');
    await pass(80_000);
    expect(errors).to.have.length(2);
  });

  it('are fresh for a connection that is mended after sleep, when the URL answers in time', async () => {
    answers = [answer('one'), answer('two')];
    await current();
    clock.sleep(1_000_000);
    expect(await current()).to.equal('turn:two');
  });

  it('do not keep a connection waiting that is to be mended', async () => {
    let give = (_answer: IceServersAnswer): void => undefined;
    answers = [
      answer('one'),
      new Promise<IceServersAnswer>((resolve) => {
        give = resolve;
      }),
    ];
    await current();
    clock.sleep(1_000_000);
    const mending = current();
    await pass(1500);
    expect(await mending).to.equal('turn:one');
    give(answer('two'));
    await settle();
    expect(await current()).to.equal('turn:two');
    expect(asked).to.equal(2);
  });

  it('are left alone when the call is over, and asked for anew at the next', async () => {
    answers = [answer('one'), answer('two')];
    await current();
    ice.setInUse(false);
    await pass(1_000_000);
    expect([asked, clock.timerCount]).to.deep.equal([1, 0]);
    ice.setInUse(true);
    expect(await current()).to.equal('turn:two');
  });
});

it('a list of ICE servers that was given is never asked for', async () => {
  const given = [{ urls: 'stun:a' }];
  const ice = new IceServers({ fetch: null, given, clock: createFakeClock() });
  ice.setInUse(true);
  expect(await ice.current()).to.equal(given);
});

it('a call tells of ICE servers that cannot be renewed and goes on', async () => {
  const answers: IceServersAnswer[] = [{ servers: [], lifeMs: 60_000 }];
  let ice: IceServers | undefined;
  const harness = createCallHarness({
    iceServers: (clock) => {
      ice = new IceServers({
        clock,
        given: [],
        fetch: () => {
          const next = answers.shift();
          return next === undefined ? Promise.reject(new Error('down')) : Promise.resolve(next);
        },
      });
      return ice;
    },
  });
  await harness.call.join();
  await ice!.current();
  harness.clock.pass(48_000);
  await settle();
  expect(harness.named('error').map((event) => (event as { error: NexError }).error.code)).to.deep.equal(['config/invalid']);
  expect(harness.call.state).to.include({ status: 'connected', error: null });
  await harness.call.close();
  expect(harness.clock.timerCount).to.equal(0);
  expect(await codeOf(harness.call.join())).to.equal('call/invalid-state');
});
