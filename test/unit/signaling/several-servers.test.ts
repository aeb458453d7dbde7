import { expect } from '@open-wc/testing';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';
import { DOWN, FakeLines } from './fake-lines.js';

describe('An endpoint that knows several servers', () => {
  let clock: FakeClock;
  let lines: FakeLines;

  beforeEach(() => {
    clock = createFakeClock();
    lines = new FakeLines(clock);
  });

  it('looks every 15 s whether an earlier one is back, in their order, and never on the first', async () => {
    const endpoint = await lines.opened(['a', 'b', 'c']);
    clock.pass(14_999);
    expect(lines.servers).to.equal('abc');
    clock.pass(1);
    expect(lines.servers).to.equal('abca');
    lines.last.events.handleEnd(DOWN);
    expect(lines.servers).to.equal('abcab');
    lines.last.events.handleEnd(DOWN);
    clock.pass(15_000);
    expect(lines.servers).to.equal('abcaba');
    lines.last.events.handleOpen();
    clock.pass(600_000);
    expect(lines.servers).to.equal('abcaba');
    endpoint.close();
    expect(clock.timerCount).to.equal(0);
  });

  it('returns without a gap: sends over the new line, hears both for 5 s, and tells nobody', async () => {
    const endpoint = await lines.opened(['a', 'b']);
    const left = lines.last;
    clock.pass(15_000);
    expect(endpoint.send('you', 1)).to.equal(true);
    lines.last.events.handleOpen();
    expect(endpoint.send('you', 2)).to.equal(true);
    left.events.handleMessage({ from: 'you', to: 'me', content: 'there' });
    lines.last.events.handleMessage({ from: 'you', to: 'me', content: 'here' });
    expect([left.sent, lines.last.sent]).to.deep.equal([[1], [2]]);
    expect(lines.messages).to.deep.equal(['there', 'here']);
    clock.pass(4_999);
    expect(left.isClosed).to.equal(false);
    clock.pass(1);
    expect(left.isClosed).to.equal(true);
    left.events.handleMessage({ from: 'you', to: 'me', content: 'late' });
    expect(lines.messages).to.have.length(2);
    expect([lines.phases, endpoint.phase]).to.deep.equal([[], 'open']);
    endpoint.close();
    expect(lines.all.every(({ isClosed }) => isClosed)).to.equal(true);
  });

  it('does not mind that the line it left ends by itself', async () => {
    const endpoint = await lines.opened(['a', 'b']);
    const left = lines.last;
    clock.pass(15_000);
    lines.last.events.handleOpen();
    left.events.handleEnd(DOWN);
    clock.pass(10_000);
    expect([endpoint.phase, lines.phases, lines.servers]).to.deep.equal(['open', [], 'aba']);
    lines.last.events.handleEnd(DOWN);
    expect(endpoint.phase).to.equal('offline');
    endpoint.close();
  });

  it('moves one server up, and looks for the first from there', async () => {
    const endpoint = await lines.opened(['a', 'b', 'c']);
    clock.pass(15_000);
    lines.last.events.handleEnd(DOWN);
    lines.last.events.handleOpen();
    clock.pass(15_000);
    expect(lines.servers).to.equal('abcaba');
    endpoint.close();
  });

  it('stops looking back when its own server is lost', async () => {
    const endpoint = await lines.opened(['a', 'b']);
    const main = lines.last;
    clock.pass(15_000);
    const scout = lines.last;
    main.events.handleEnd(DOWN);
    expect([scout.isClosed, endpoint.phase]).to.deep.equal([true, 'offline']);
    scout.events.handleOpen();
    expect(endpoint.phase).to.equal('offline');
    clock.pass(200);
    expect(lines.servers).to.equal('abaa');
    lines.last.events.handleOpen();
    clock.pass(60_000);
    expect(lines.servers).to.equal('abaa');
    endpoint.close();
  });

  it('is lost when somebody else holds the address where everybody returns to', async () => {
    const endpoint = await lines.opened(['a', 'b']);
    clock.pass(15_000);
    lines.last.events.handleEnd('taken');
    expect([endpoint.phase, lines.phases]).to.deep.equal(['lost', ['lost']]);
    expect([lines.finals, clock.timerCount]).to.deep.equal([1, 0]);
  });

  it('stays and goes on looking when the address is its own for life', async () => {
    const endpoint = await lines.opened(['a', 'b'], { isOursForLife: true });
    clock.pass(15_000);
    lines.last.events.handleEnd('taken');
    expect(endpoint.phase).to.equal('open');
    clock.pass(15_000);
    expect(lines.servers).to.equal('abaa');
    endpoint.close();
  });
});
