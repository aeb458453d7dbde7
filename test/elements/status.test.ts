import { expect, fixture, html, aTimeout, waitUntil } from '@open-wc/testing';
import '../../elements/nex-status.js';
// Here already, so that nothing waits for it.
import '../../elements/status/late-announcer.js';
import type { NexStatus } from '../../elements/status/nex-status.js';
import { MOVED_MS, POWER_DELAY_MS } from '../../elements/status/status-notes.js';
import { NexError } from '../../src/base/nex-error.js';
import { createFakeCall } from '../support/fake-call.js';

describe('nex-status', () => {
  const show = async (call: ReturnType<typeof createFakeCall>): Promise<NexStatus> => {
    const el = await fixture<NexStatus>(html`<nex-status .call=${call}></nex-status>`);
    await aTimeout(50);
    return el;
  };
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
    await waitUntil(() => banner(el)!.textContent.includes('Another program is using the device'), 'the words for errors are loaded');
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

  const flush = async (el: NexStatus): Promise<void> => {
    await aTimeout(0);
    await el.updateComplete;
  };

  it('interrupts once when the network is gone, and says politely when it is back', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await show(call);
    call.patch({ isOffline: true });
    await flush(el);
    expect(banner(el)!.getAttribute('data-kind')).to.equal('offline');
    expect(region(el, 'alert')).to.equal('You are offline. The call goes on as soon as you are back.');
    await expect(el).to.be.accessible();
    call.patch({ status: 'reconnecting' });
    await flush(el);
    expect(banner(el)!.getAttribute('data-kind')).to.equal('offline');
    expect(region(el, 'alert')).to.equal('You are offline. The call goes on as soon as you are back.');
    call.patch({ isOffline: false });
    await flush(el);
    expect(region(el, 'status')).to.equal('You are back online.');
    expect(banner(el)!.getAttribute('data-kind')).to.equal('reconnecting');
    call.patch({ status: 'connected' });
    await flush(el);
    expect([region(el, 'status'), banner(el)]).to.deep.equal(['You are back in the call.', null]);
  });

  it('does not speak of the network outside of a call', async () => {
    const call = createFakeCall({ status: 'lobby' });
    const el = await show(call);
    call.patch({ isOffline: true });
    await flush(el);
    expect([region(el, 'alert'), banner(el)]).to.deep.equal(['', null]);
    call.patch({ isOffline: false });
    await flush(el);
    expect(region(el, 'status')).to.equal('');
  });

  it('notes once that less video is sent, as long as any is, and can be told to be quiet', async () => {
    const power = { isBatteryLow: true, isDataSaver: false, isCellular: false };
    const call = createFakeCall({ status: 'connected', camera: 'off' });
    const el = await show(call);
    call.patch({ power });
    await flush(el);
    expect([region(el, 'status'), banner(el)]).to.deep.equal(['', null]);
    call.patch({ camera: 'on' });
    await flush(el);
    expect(region(el, 'status')).to.equal('Camera on');
    await aTimeout(POWER_DELAY_MS + 200);
    expect(region(el, 'status')).to.equal('Your battery is low, so less video is sent.');
    expect(banner(el)!.classList.contains('note')).to.equal(true);
    expect(banner(el)!.textContent).to.contain('Your battery is low');
    await expect(el).to.be.accessible();
    call.patch({ camera: 'off' });
    await flush(el);
    expect(banner(el)).to.equal(null);
    call.patch({ camera: 'on' });
    await flush(el);
    await aTimeout(POWER_DELAY_MS + 200);
    expect(region(el, 'status')).to.equal('Camera on');
    el.shadowRoot!.querySelector<HTMLElement>('.close')!.click();
    await el.updateComplete;
    expect(banner(el)).to.equal(null);
    call.patch({ power: { ...power, isBatteryLow: false, isDataSaver: true } });
    await flush(el);
    expect(banner(el)!.textContent).to.contain('saves data');
    call.patch({ power: { isBatteryLow: false, isDataSaver: false, isCellular: true } });
    await flush(el);
    expect(banner(el)!.textContent).to.contain('mobile network');
  }).timeout(12_000);

  it('lets a banner go before a note', async () => {
    const call = createFakeCall({
      status: 'connected',
      camera: 'on',
      isSoundBlocked: true,
      power: { isBatteryLow: true, isDataSaver: false, isCellular: false },
    });
    const el = await show(call);
    expect(el.shadowRoot!.querySelectorAll('.banner').length).to.equal(1);
    expect(banner(el)!.getAttribute('data-kind')).to.equal('sound');
  });

  it('names the microphone that took over, apart from the words around it, and for a while only', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await show(call);
    const device = { kind: 'microphone' as const, id: 'a', label: 'سماعة' };
    call.emit('device-changed', { devices: [device] });
    await flush(el);
    expect([region(el, 'status'), banner(el)]).to.deep.equal(['', null]);
    call.emit('device-changed', { devices: [device], moved: { kind: 'microphone', device } });
    await waitUntil(() => banner(el));
    expect(region(el, 'status')).to.equal('Now using \u2068سماعة\u2069');
    expect(banner(el)!.querySelector('bdi')!.textContent).to.equal('سماعة');
    expect(banner(el)!.textContent.trim()).to.match(/^Now using/);
    await expect(el).to.be.accessible();
    await aTimeout(MOVED_MS + 200);
    await el.updateComplete;
    expect(banner(el)).to.equal(null);
    call.emit('device-changed', { devices: [], moved: { kind: 'microphone', device: null } });
    await flush(el);
    expect(region(el, 'status')).to.equal('Now using another microphone');
  }).timeout(MOVED_MS + 5000);

  it('says of a microphone that the system took away that it comes back by itself', async () => {
    const call = createFakeCall({ status: 'connected', microphone: 'on' });
    const el = await show(call);
    const microphone = new NexError('media/device-in-use', 'x', { retryable: true, detail: { isInterruption: true } });
    call.patch({ microphone: 'blocked', mediaErrors: { microphone, camera: null, screen: null } });
    await flush(el);
    for (const words of [region(el, 'alert'), banner(el)!.textContent.replaceAll(/\s+/g, ' ')])
      expect(words).to.contain('Your microphone stopped working. Another app, such as a phone call, is using it. It comes back by itself.');
    expect(banner(el)!.textContent).to.not.contain('did not start');
    await expect(el).to.be.accessible();
    call.patch({ microphone: 'on', mediaErrors: { microphone: null, camera: null, screen: null } });
    await flush(el);
    expect([region(el, 'status'), banner(el)]).to.deep.equal(['Microphone on', null]);
  });

  it('promises nothing of a microphone that would not start', async () => {
    const microphone = new NexError('media/device-in-use', 'x', { retryable: true, cause: new DOMException('x', 'NotReadableError') });
    const el = await show(
      createFakeCall({ status: 'connected', microphone: 'blocked', mediaErrors: { microphone, camera: null, screen: null } }),
    );
    expect(banner(el)!.textContent).to.contain('did not start').and.to.not.contain('by itself');
  });

  it('is silent about a camera that is out while the page is hidden, and on again after that', async () => {
    const call = createFakeCall({ status: 'connected', camera: 'on' });
    const el = await show(call);
    let visibility = 'hidden';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
    try {
      for (const camera of ['off', 'pending', 'on', 'off'] as const) {
        call.patch({ camera });
        await flush(el);
      }
      expect(region(el, 'status')).to.equal('');
      visibility = 'visible';
      for (const camera of ['pending', 'on'] as const) {
        call.patch({ camera });
        await flush(el);
      }
      expect(region(el, 'status')).to.equal('');
      call.patch({ camera: 'off' });
      await flush(el);
      expect(region(el, 'status')).to.equal('Camera off');
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });

  for (const kind of ['joining', 'connected'] as const)
    it(`keeps a short banner on one line (${kind})`, async () => {
      const el = await show(createFakeCall({ status: kind, isOffline: true }));
      const icon = banner(el)!.querySelector('.spinner, svg')!.getBoundingClientRect();
      const words = banner(el)!.querySelector('.words')!.getBoundingClientRect();
      expect(words.left).to.be.above(icon.right);
      expect(words.height).to.be.below(30);
    });
});
