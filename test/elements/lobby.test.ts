import { expect, fixture, html, aTimeout, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../elements/nex-lobby.js';
import type { NexLobby } from '../../elements/lobby/nex-lobby.js';
import { holdLateLoading } from '../../src/base/late-loading.js';
import { NexError } from '../../src/base/nex-error.js';
import { createFakeCall } from '../support/fake-call.js';

type Fake = ReturnType<typeof createFakeCall>;
const show = (call: Fake): Promise<NexLobby> => fixture<NexLobby>(html`<nex-lobby .call=${call}></nex-lobby>`);
const click = (el: NexLobby, selector: string): void => {
  el.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
};
/** Unfolds the devices and waits for what comes with them. */
const open = async (el: NexLobby): Promise<void> => {
  el.shadowRoot!.querySelector('details')!.open = true;
  await waitUntil(() => el.shadowRoot!.querySelector('.checks'), 'the devices and checks are loaded');
};
const intents = (call: Fake): string[] => call.calls.map(({ intent, args }) => `${intent}(${args.join()})`);

describe('nex-lobby', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('asks for nothing before the visitor acts', async () => {
    const call = createFakeCall({ status: 'lobby' });
    await show(call);
    expect(call.calls).to.deep.equal([]);
  });

  it('turns on both for a preview by one button', async () => {
    const call = createFakeCall({ status: 'lobby' });
    click(await show(call), '[data-action="turn-on"]');
    expect(intents(call)).to.deep.equal(['setMicrophone(true)', 'setCamera(true)']);
  });

  it('joins with the name and remembers it', async () => {
    const call = createFakeCall({ status: 'lobby' });
    const el = await show(call);
    const input = el.shadowRoot!.querySelector('input')!;
    input.value = ' Ana ';
    input.dispatchEvent(new Event('input'));
    click(el, '.join');
    await aTimeout(0);
    expect(intents(call)).to.deep.equal(['setName(Ana)', 'join()']);
    const again = await show(createFakeCall({ status: 'lobby' }));
    expect(again.shadowRoot!.querySelector('input')!.value).to.equal('Ana');
  });

  it('joins without devices by turning both off first', async () => {
    const call = createFakeCall({ status: 'lobby' });
    click(await show(call), '[data-action="join-without"]');
    await aTimeout(0);
    expect(intents(call)).to.deep.equal(['setMicrophone(false)', 'setCamera(false)', 'join()']);
  });

  it('says in words what to do when the browser refuses, and tries again', async () => {
    const error = new NexError('media/permission-denied', 'x');
    const call = createFakeCall({ status: 'lobby', camera: 'blocked', mediaErrors: { microphone: null, camera: error, screen: null } });
    const el = await show(call);
    const words = (): string => el.shadowRoot!.querySelector('[role="alert"]')!.textContent;
    await waitUntil(() => words().includes('Allow the camera and microphone'), 'the words for errors are loaded');
    click(el, '[data-action="retry"]');
    expect(intents(call)).to.contain('setCamera(true)');
    await expect(el).to.be.accessible();
  });

  it('chooses a device, and null for the default', async () => {
    const call = createFakeCall({ status: 'lobby', devices: [{ kind: 'camera', id: 'c1', label: '' }] });
    const el = await show(call);
    await open(el);
    const select = el.shadowRoot!.querySelectorAll('select')[1]!;
    expect(select.options[1]!.textContent.trim()).to.equal('Camera 1');
    for (const value of ['c1', '']) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }
    expect(call.calls.map(({ args }) => args)).to.deep.equal([
      ['camera', 'c1'],
      ['camera', null],
    ]);
  });

  it('shows the level without rendering', async () => {
    const call = createFakeCall({ status: 'lobby', microphone: 'on' });
    const el = await show(call);
    call.setAudioLevel('self', 0.5);
    expect(el.style.getPropertyValue('--_level')).to.equal('0.50');
    expect(el.isUpdatePending).to.equal(false);
  });

  for (const width of [240, 320, 390, 844])
    it(`keeps help, its button and the toggles apart and whole at ${width} px`, async () => {
      const error = new NexError('media/permission-denied', 'x');
      const call = createFakeCall({ status: 'lobby', camera: 'blocked', mediaErrors: { microphone: error, camera: error, screen: null } });
      const holder = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px"><nex-lobby .call=${call}></nex-lobby></div>`);
      const box = (selector: string): DOMRect =>
        holder.querySelector('nex-lobby')!.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
      expect(box('.hint').top).to.be.at.least(box('.preview').top);
      expect(box('[data-action="retry"]').bottom).to.be.at.most(box('.round').top);
      expect(box('.round').bottom).to.be.at.most(box('.preview').bottom);
    });

  describe('its checks', () => {
    it('come with the devices, not before, and ask nothing by themselves', async () => {
      const call = createFakeCall({ status: 'lobby' });
      const el = await show(call);
      await aTimeout(50);
      expect(el.shadowRoot!.querySelector('.checks')).to.equal(null);
      await open(el);
      expect(call.calls).to.deep.equal([]);
      await expect(el).to.be.accessible();
    });

    it('are awaited in sight while they cannot be loaded', async () => {
      const release = holdLateLoading();
      try {
        const el = await show(createFakeCall({ status: 'lobby' }));
        const details = el.shadowRoot!.querySelector('details')!;
        details.open = true;
        await waitUntil(() => details.querySelector('.spinner'), 'something turns');
        expect(details.querySelector('.spinner')!.getBoundingClientRect().height).to.be.greaterThan(8);
        release();
        await waitUntil(() => details.querySelector('select'), 'the fields are loaded');
        expect(details.querySelector('.loading')).to.equal(null);
      } finally {
        release();
      }
    });

    it('play a sound, by keyboard, and ask whether it was heard', async () => {
      const el = await show(createFakeCall({ status: 'lobby' }));
      await open(el);
      el.shadowRoot!.querySelector<HTMLElement>('[data-action="test-speaker"]')!.focus();
      await sendKeys({ press: 'Enter' });
      const words = (): string => el.shadowRoot!.querySelector('.speaker-test [role="status"]')!.textContent;
      await waitUntil(() => words().includes('Did you hear it?'), 'played', { timeout: 6000 });
    });

    it('say in words how the network looks', async () => {
      const call = createFakeCall({ status: 'lobby' });
      call.patch({ options: { ...call.state.options, servers: [location.origin], iceServers: [] } });
      const el = await show(call);
      await open(el);
      click(el, '[data-action="check-network"]');
      await waitUntil(() => el.shadowRoot!.querySelector('.findings'), 'found', { timeout: 9000 });
      const found = [...el.shadowRoot!.querySelectorAll('.findings li')].map((item) => item.textContent.trim().replace(/\s+/g, ' '));
      expect(found).to.deep.equal([
        'Looks good: The server that brings people together answers.',
        'Not known: This page names no servers to test the way to others with, so that cannot be checked before you join.',
      ]);
      expect(call.calls).to.deep.equal([]);
      await expect(el).to.be.accessible();
    });

    it('say once that nothing can be checked where the page names no servers', async () => {
      const el = await show(createFakeCall({ status: 'lobby' }));
      await open(el);
      click(el, '[data-action="check-network"]');
      await waitUntil(() => el.shadowRoot!.querySelector('.findings'), 'found');
      expect(el.shadowRoot!.querySelectorAll('.findings li').length).to.equal(1);
      expect(el.shadowRoot!.querySelector('.findings')!.textContent).to.contain('cannot be checked before you join');
    });

    it('tell of a server that does not answer', async () => {
      const call = createFakeCall({ status: 'lobby' });
      call.patch({ options: { ...call.state.options, servers: ['http://127.0.0.1:9'], iceServers: [] } });
      const el = await show(call);
      await open(el);
      click(el, '[data-action="check-network"]');
      await waitUntil(() => el.shadowRoot!.querySelector('[data-verdict="bad"]'), 'found', { timeout: 9000 });
      expect(el.shadowRoot!.querySelector('[data-verdict="bad"]')!.textContent).to.contain('Without it you cannot join');
    });
  });

  it('shows how to allow what was refused, with joining without devices beside it', async () => {
    const error = new NexError('media/permission-denied', 'x');
    const call = createFakeCall({
      status: 'lobby',
      camera: 'blocked',
      microphone: 'blocked',
      mediaErrors: { microphone: error, camera: error, screen: null },
    });
    const el = await show(call);
    await waitUntil(() => el.shadowRoot!.querySelector('.permission-help'), 'help is loaded');
    expect(el.shadowRoot!.querySelector('.permission-help h3')!.textContent).to.equal('How to allow camera and microphone');
    expect(el.shadowRoot!.querySelectorAll('.permission-help li').length).to.be.at.least(3);
    click(el, '[data-action="join-without"]');
    await aTimeout(0);
    expect(intents(call)).to.deep.equal(['setMicrophone(false)', 'setCamera(false)', 'join()']);
    await expect(el).to.be.accessible();
  });

  it('shows no help with permissions where a device is missing, but the way without', async () => {
    const error = new NexError('media/device-not-found', 'x');
    const el = await show(createFakeCall({ status: 'lobby', mediaErrors: { microphone: error, camera: error, screen: null } }));
    await aTimeout(100);
    expect(el.shadowRoot!.querySelector('.permission-help')).to.equal(null);
    expect(el.shadowRoot!.querySelector('[data-action="join-without"]')).not.to.equal(null);
  });

  it('keeps its device fields inside their box', async () => {
    const el = await show(createFakeCall({ status: 'lobby' }));
    await open(el);
    const details = el.shadowRoot!.querySelector('details')!;
    const selects = details.querySelectorAll('select');
    expect(selects).to.have.length(3);
    for (const select of selects) expect(select.getBoundingClientRect().right).to.be.below(details.getBoundingClientRect().right);
  });
});
