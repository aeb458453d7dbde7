import { expect } from '@open-wc/testing';
import { ReliableStreams } from '../../../../src/engine/mesh/reliable-streams.js';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.js';

describe('The reliable streams of all peers', () => {
  let clock: FakeClock;
  let here: ReliableStreams;
  let there: ReliableStreams;
  let got: unknown[][];

  beforeEach(() => {
    clock = createFakeClock();
    got = [];
    here = new ReliableStreams({ clock, onMessage: (peerId, body) => got.push(['here', peerId, body]) });
    there = new ReliableStreams({ clock, onMessage: (peerId, body) => got.push(['there', peerId, body]) });
  });
  afterEach(() => {
    here.close();
    there.close();
    expect([clock.timerCount, here.size, there.size]).to.deep.equal([0, 0, 0]);
  });

  function meet(): void {
    const carry = (to: ReliableStreams, name: string) => (text: string) => to.get(name)?.handleFrame(JSON.parse(text)) ?? false;
    there.connect('here', carry(here, 'there'));
    here.connect('there', carry(there, 'here'));
  }

  it('tell who said what', () => {
    meet();
    here.get('there')?.send('hello');
    expect(got).to.deep.equal([['there', 'here', 'hello']]);
    expect(here.get('stranger')).to.equal(null);
  });

  it('keep what is said to one who is lost for a minute, and give it to it first', () => {
    meet();
    here.lose('there');
    expect(here.get('there')?.send('meanwhile')).to.equal(true);
    clock.pass(59_000);
    expect(got).to.deep.equal([]);
    meet();
    here.get('there')?.send('then');
    clock.pass(120_000);
    expect(got).to.deep.equal([
      ['there', 'here', 'meanwhile'],
      ['there', 'here', 'then'],
    ]);
  });

  it('end after a minute, or at once for one who left', () => {
    meet();
    here.lose('there');
    clock.pass(30_000);
    here.lose('there');
    clock.pass(30_000);
    expect(here.get('there')).to.equal(null);
    there.end('here');
    there.end('here');
    expect(there.size).to.equal(0);
  });

  it('keep no more lost ones than a room may have members', () => {
    for (let peer = 0; peer < 80; peer += 1) {
      here.connect(`peer ${String(peer)}`, () => false);
      here.lose(`peer ${String(peer)}`);
    }
    expect(here.size).to.equal(64);
    expect([here.get('peer 15'), here.get('peer 79') === null]).to.deep.equal([null, false]);
  });
});
