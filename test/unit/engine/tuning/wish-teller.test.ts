import { expect } from '@open-wc/testing';
import type { MeshMessage } from '../../../../src/engine/mesh/mesh-messages.js';
import { WishTeller } from '../../../../src/engine/tuning/wish-teller.js';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.js';

const seen = (width: number, height = width): { isVisible: true; width: number; height: number } => ({ isVisible: true, width, height });
const HIDDEN = { isVisible: false, width: 0, height: 0 };

describe('WishTeller', () => {
  let clock: FakeClock;
  let sent: MeshMessage[];
  let teller: WishTeller;
  const widths = (): unknown[] => sent.map((message) => (message.type === 'wish' ? message.width : message.type));

  beforeEach(() => {
    clock = createFakeClock();
    sent = [];
    teller = new WishTeller(clock, (message) => sent.push(message));
  });

  afterEach(() => {
    teller.close();
  });

  it('tells of the first size at once, and of later ones every 250 ms at most, the last one', () => {
    for (const width of [100, 200, 300, 400]) teller.set('camera', seen(width));
    expect(sent).to.deep.equal([{ type: 'wish', source: 'camera', ...seen(100) }]);
    clock.pass(249);
    expect(widths()).to.deep.equal([100]);
    clock.pass(1);
    expect(widths()).to.deep.equal([100, 400]);
  });

  it('does not wait to tell that a picture is hidden or seen again', () => {
    teller.set('camera', seen(100));
    teller.set('camera', HIDDEN);
    teller.set('camera', seen(300));
    expect(widths()).to.deep.equal([100, 0, 300]);
  });

  it('does not tell of a size that is almost the same, but of many small steps together', () => {
    teller.set('camera', seen(1_000));
    clock.pass(250);
    teller.set('camera', seen(1_140));
    clock.pass(1_000);
    expect(widths()).to.deep.equal([1_000]);
    teller.set('camera', seen(1_160));
    expect(widths()).to.deep.equal([1_000, 1_160]);
  });

  it('lets each picture have its own pace', () => {
    teller.set('camera', seen(100));
    teller.set('screen', seen(700));
    expect(widths()).to.deep.equal([100, 700]);
    teller.set('microphone', seen(900));
    expect(widths()).to.deep.equal([100, 700]);
  });

  it('tells a new connection all of it, hidden or not', () => {
    teller.set('camera', HIDDEN);
    teller.set('screen', seen(700));
    sent.length = 0;
    teller.repeat();
    expect(widths()).to.deep.equal([0, 700]);
  });

  it('tells whole numbers within what is taken, whatever it is given', () => {
    for (const [side, told] of [
      [0.6, 1],
      [-5, 0],
      [Number.NaN, 0],
      [Infinity, 16_384],
    ] as const) {
      sent.length = 0;
      teller.set('camera', HIDDEN);
      teller.set('camera', seen(side));
      expect(widths().at(-1), String(side)).to.equal(told);
    }
  });

  it('says nothing after it was closed', () => {
    teller.set('camera', seen(100));
    teller.set('camera', seen(900));
    teller.close();
    clock.pass(1_000);
    expect(widths()).to.deep.equal([100]);
  });
});
