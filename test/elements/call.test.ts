import { expect, fixture, html, oneEvent, aTimeout, waitUntil } from '@open-wc/testing';
import '../../elements/nex-call.js';
import type { NexCall } from '../../elements/call/nex-call.js';
import { NexError } from '../../src/base/nex-error.js';
import { createFakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

const root = (el: Element): ShadowRoot => el.shadowRoot!;
const show = (call: ReturnType<typeof createFakeCall>): Promise<NexCall> =>
  fixture<NexCall>(html`<nex-call .call=${call} style="block-size: 600px"></nex-call>`);
/** Alone, with the invitation, which comes when the call stands. */
const showAlone = async (call: ReturnType<typeof createFakeCall>): Promise<NexCall> => {
  const el = await show(call);
  await waitUntil(() => root(el).querySelector('.link input'), 'the invitation is loaded', { timeout: 5000 });
  return el;
};

describe('nex-call', () => {
  it('shows the lobby, and the stage once connected', async () => {
    const call = createFakeCall({ status: 'lobby' });
    const el = await show(call);
    expect(root(el).querySelector('nex-lobby')).to.exist;
    call.patch({ status: 'connected' });
    await aTimeout(0);
    await el.updateComplete;
    expect(root(el).querySelector('nex-lobby')).to.not.exist;
    expect(root(el).querySelector('nex-video-grid')).to.exist;
    expect(el.matches(':state(connected)')).to.equal(true);
    expect(el.matches(':state(lobby)')).to.equal(false);
  });

  it('provides its call to the elements inside', async () => {
    const call = createFakeCall({ status: 'lobby', room: 'garden' });
    const el = await show(call);
    const lobby = root(el).querySelector('nex-lobby')!;
    await lobby.updateComplete;
    expect(root(lobby).textContent).to.contain('garden');
  });

  it('enters the lobby of an idle call without joining', async () => {
    const call = createFakeCall();
    await show(call);
    expect(call.calls.map(({ intent }) => intent)).to.deep.equal(['enterLobby']);
  });

  it('joins at once with autojoin', async () => {
    const call = createFakeCall();
    await fixture(html`<nex-call autojoin .call=${call}></nex-call>`);
    expect(call.calls.map(({ intent }) => intent)).to.deep.equal(['enterLobby', 'join']);
  });

  it('does not join when nex-before-join is prevented', async () => {
    const call = createFakeCall({ status: 'lobby' });
    const el = await show(call);
    el.addEventListener('nex-before-join', (event) => {
      event.preventDefault();
    });
    let code = '';
    await el.join().catch((error: unknown) => {
      code = (error as NexError).code;
    });
    expect(code).to.equal('call/aborted');
    expect(call.calls).to.deep.equal([]);
  });

  it('tells the page of the events of the call', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await show(call);
    setTimeout(() => {
      call.emit('call-left', { reason: 'room-full' });
    });
    const event = await oneEvent<CustomEvent<{ reason: string }>>(el, 'nex-call-left');
    expect(event.detail.reason).to.equal('room-full');
    expect(event.bubbles && event.composed).to.equal(true);
  });

  it('shows a bad attribute as an error screen and event, and recovers when it is put right', async () => {
    const el = document.createElement('nex-call');
    const errors: string[] = [];
    el.addEventListener('nex-error', (event) => {
      errors.push(event.detail.error.code);
    });
    el.setAttribute('room', 'garden');
    el.setAttribute('layout', 'bogus');
    document.body.append(el);
    await el.updateComplete;
    expect(errors).to.deep.equal(['config/invalid']);
    const title = (): string | null => root(el).querySelector('[role="alert"] h2')!.textContent;
    await waitUntil(() => title() === 'This call is not set up correctly', 'the words for errors are loaded', { timeout: 5000 });
    await waitUntil(() => root(el).querySelector('details'), 'the details are loaded', { timeout: 5000 });
    expect(root(el).querySelector('details')!.textContent).to.contain('layout="bogus"');
    el.layout = 'grid';
    await el.updateComplete;
    expect(root(el).querySelector('nex-lobby')).to.exist;
    el.remove();
  });

  it('keeps its own call when moved and closes it when removed', async () => {
    const el = await fixture<NexCall>(html`<nex-call room="garden"></nex-call>`);
    const first = el.call;
    expect(first).to.exist;
    const place = document.createElement('div');
    document.body.append(place);
    place.append(el);
    await aTimeout(350);
    expect(el.call).to.equal(first);
    place.remove();
    await aTimeout(350);
    expect(el.call).to.equal(null);
  });

  it('makes another call when the room changes', async () => {
    const el = await fixture<NexCall>(html`<nex-call room="garden"></nex-call>`);
    const first = el.call;
    el.room = 'kitchen';
    await el.updateComplete;
    expect(el.call).to.not.equal(first);
    expect(el.call!.state.room).to.equal('kitchen');
  });

  it('releases everything it held of a call when removed', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await show(call);
    expect(call.listenerCount).to.be.greaterThan(0);
    el.remove();
    await aTimeout(350);
    expect(call.listenerCount).to.equal(0);
  });

  it('lets children replace the default interface', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await fixture<NexCall>(html`<nex-call .call=${call}><p>Mine</p></nex-call>`);
    await el.updateComplete;
    expect(root(el).querySelector('nex-video-grid')).to.not.exist;
  });

  it('toggles by M and V, but not while typing or when off', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await showAlone(call);
    const press = (key: string, target: Element = el): void => {
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    };
    const asked = (): unknown[] => call.calls.filter(({ intent }) => intent.startsWith('set') && intent !== 'setReceiveWish');
    press('m');
    await waitUntil(() => asked().length > 0, 'the keys are loaded', { timeout: 5000 });
    press('V');
    press('m', root(el).querySelector('.link input')!);
    el.shortcuts = 'off';
    press('m');
    expect(asked()).to.deep.equal([
      { intent: 'setMicrophone', args: [true] },
      { intent: 'setCamera', args: [true] },
    ]);
  });

  it('uses a call that was given before the upgrade, without ever making one of its room', async () => {
    // A document without a window upgrades nothing.
    const el = document.implementation.createHTMLDocument().createElement('nex-call');
    const call = createFakeCall({ status: 'lobby' });
    el.call = call;
    el.setAttribute('room', 'garden');
    // Whoever makes a call of these attributes hears of it.
    el.setAttribute('layout', 'bogus');
    const errors: Event[] = [];
    el.addEventListener('nex-error', (event) => errors.push(event));
    document.body.append(el);
    const atOnce = el.call;
    await el.updateComplete;
    expect([atOnce, el.call]).to.deep.equal([call, call]);
    expect(errors).to.deep.equal([]);
    expect(call.calls).to.deep.equal([]);
    el.remove();
  });

  it('has its call at once after the tag was added', () => {
    const el = document.createElement('nex-call');
    el.setAttribute('room', 'garden');
    document.body.append(el);
    expect(el.call?.state.room).to.equal('garden');
    el.remove();
  });

  for (const way of ['for', 'call'] as const)
    it(`is asked about joining and leaving by elements outside that found it by \`${way}\``, async () => {
      const call = createFakeCall({ status: 'connected' });
      const el = await show(call);
      el.id = 'hall';
      const controls = document.createElement('nex-controls');
      const lobby = document.createElement('nex-lobby');
      for (const outside of [controls, lobby]) {
        if (way === 'for') outside.for = 'hall';
        else outside.call = call;
        document.body.append(outside);
      }
      await Promise.all([controls.updateComplete, lobby.updateComplete]);
      const asked: string[] = [];
      const onDocument: string[] = [];
      const note = (event: Event): void => {
        asked.push(event.type);
        event.preventDefault();
      };
      for (const type of ['nex-before-join', 'nex-before-leave']) {
        el.addEventListener(type, note);
        document.addEventListener(type, () => onDocument.push(type), { once: true });
      }
      root(controls).querySelector<HTMLElement>('.leave')!.click();
      root(lobby).querySelector<HTMLElement>('[type="submit"]')!.click();
      await aTimeout(0);
      expect(asked).to.deep.equal(['nex-before-leave', 'nex-before-join']);
      expect(onDocument).to.deep.equal(asked);
      expect(call.calls.filter(({ intent }) => intent === 'join' || intent === 'leave')).to.deep.equal([]);
      controls.remove();
      lobby.remove();
    });

  it('leaves hidden parts out: invitation, quality, and screen sharing with its key', async () => {
    const call = createFakeCall({ status: 'connected', participants: [fakeParticipant({ name: 'Ana' })] });
    const el = await show(call);
    const controls = root(el).querySelector('nex-controls')!;
    await controls.updateComplete;
    expect(root(controls).querySelector('.screen')).to.exist;
    expect(root(el).querySelector('nex-quality')).to.exist;
    el.hide = 'invite quality screen-share';
    await el.updateComplete;
    await controls.updateComplete;
    expect(root(controls).querySelector('.screen')).to.not.exist;
    expect(root(el).querySelector('nex-quality')).to.not.exist;
    el.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true, cancelable: true }));
    expect(call.calls.some(({ intent }) => intent === 'setScreenShare')).to.equal(false);
    call.patch({ participants: [] });
    await aTimeout(0);
    await el.updateComplete;
    expect(root(el).querySelector('.link')).to.not.exist;
  });

  for (const theme of ['light', 'dark'] as const)
    for (const state of [
      { status: 'lobby' },
      { status: 'joining' },
      { status: 'connected' },
      { status: 'reconnecting', participants: [fakeParticipant({ name: 'Ana' })] },
      { status: 'ended', endReason: 'left' },
      { status: 'failed', error: new NexError('signaling/unreachable', 'x') },
    ] as const)
      it(`is accessible while ${state.status} (${theme})`, async () => {
        const el = await show(createFakeCall(state));
        el.theme = theme;
        await aTimeout(250);
        await expect(el).to.be.accessible();
      });
});
