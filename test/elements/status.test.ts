import { expect, fixture, html, aTimeout } from '@open-wc/testing';
import '../../elements/nex-status.js';
import type { NexStatus } from '../../elements/status/nex-status.js';
import { ArrivalBatch, type Arrivals } from '../../elements/status/arrival-batch.js';
import { Scope } from '../../src/base/scope.js';
import { NexError } from '../../src/base/nex-error.js';
import { createFakeCall } from '../support/fake-call.js';

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

describe('ArrivalBatch', () => {
  function batched() {
    const clock = handClock();
    const said: (readonly Arrivals[])[] = [];
    const batch = new ArrivalBatch({ scope: new Scope(clock), now: clock.now, announce: (arrivals) => said.push(arrivals) });
    return { clock, said, batch };
  }

  it('gathers what happens within 1.5 s', () => {
    const { clock, said, batch } = batched();
    batch.joined('a', 'Ana');
    clock.advance(1000);
    batch.joined('b', 'Bo');
    clock.advance(499);
    expect(said).to.deep.equal([]);
    clock.advance(1);
    expect(said).to.deep.equal([[{ kind: 'joined', count: 2, names: ['Ana', 'Bo'] }]]);
  });

  it('counts more than three instead of naming them', () => {
    const { clock, said, batch } = batched();
    for (const id of ['a', 'b', 'c', 'd', 'e']) batch.joined(id, id);
    clock.advance(1500);
    expect(said).to.deep.equal([[{ kind: 'joined', count: 5, names: [] }]]);
  });

  it('says nothing of somebody who came and left at once', () => {
    const { clock, said, batch } = batched();
    batch.joined('a', 'Ana');
    clock.advance(500);
    batch.left('a', 'Ana');
    clock.advance(10_000);
    expect(said).to.deep.equal([]);
  });

  it('leaves three seconds between messages', () => {
    const { clock, said, batch } = batched();
    batch.joined('a', 'Ana');
    clock.advance(1500);
    batch.joined('b', 'Bo');
    clock.advance(2999);
    expect(said.length).to.equal(1);
    clock.advance(1);
    expect(said.length).to.equal(2);
  });
});

describe('nex-status', () => {
  const show = (call: ReturnType<typeof createFakeCall>): Promise<NexStatus> => fixture<NexStatus>(html`<nex-status .call=${call}></nex-status>`);
  const region = (el: NexStatus, role: string): string => el.shadowRoot!.querySelector(`[role="${role}"]`)!.textContent;
  const banner = (el: NexStatus): Element | null => el.shadowRoot!.querySelector('.banner');

  it('offers to allow sound when the browser blocks it', async () => {
    const call = createFakeCall({ status: 'connected', isSoundBlocked: true });
    const el = await show(call);
    el.shadowRoot!.querySelector<HTMLElement>('[data-action="allow-sound"]')!.click();
    expect(call.calls).to.deep.equal([{ intent: 'allowSound', args: [] }]);
    await expect(el).to.be.accessible();
  });

  it('interrupts when the connection is lost, and says politely when it is back', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await show(call);
    call.patch({ status: 'reconnecting' });
    await aTimeout(0);
    await el.updateComplete;
    expect(region(el, 'alert')).to.contain('Reconnecting');
    expect(banner(el)!.textContent).to.contain('Reconnecting');
    call.patch({ status: 'connected' });
    await aTimeout(0);
    expect(region(el, 'status')).to.equal('You are back in the call.');
    await el.updateComplete;
    expect(banner(el)).to.equal(null);
  });

  it('does not trouble the caller with an unreachable server in a call', async () => {
    const el = await show(createFakeCall({ status: 'connected', isSignalingReachable: false }));
    expect(banner(el)).to.equal(null);
  });

  it('explains a camera that failed, tries again and can be dismissed', async () => {
    const error = new NexError('media/device-in-use', 'x');
    const call = createFakeCall({ status: 'connected', mediaErrors: { microphone: null, camera: error, screen: null } });
    const el = await show(call);
    expect(banner(el)!.textContent).to.contain('Another program is using the device');
    el.shadowRoot!.querySelector<HTMLElement>('[data-action="retry"]')!.click();
    expect(call.calls[0]).to.deep.equal({ intent: 'setCamera', args: [true] });
    await expect(el).to.be.accessible();
    el.shadowRoot!.querySelector<HTMLElement>('.close')!.click();
    await el.updateComplete;
    expect(banner(el)).to.equal(null);
  });

  it('announces the own microphone once', async () => {
    const call = createFakeCall({ status: 'connected', microphone: 'off' });
    const el = await show(call);
    call.patch({ microphone: 'pending' });
    await aTimeout(0);
    expect(region(el, 'status')).to.equal('');
    call.patch({ microphone: 'on' });
    await aTimeout(0);
    expect(region(el, 'status')).to.equal('Microphone on');
  });
});
