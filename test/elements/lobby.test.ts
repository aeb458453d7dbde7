import { expect, fixture, html, aTimeout, waitUntil } from '@open-wc/testing';
import '../../elements/nex-lobby.js';
import type { NexLobby } from '../../elements/lobby/nex-lobby.js';
import { NexError } from '../../src/base/nex-error.js';
import { createFakeCall } from '../support/fake-call.js';

type Fake = ReturnType<typeof createFakeCall>;
const show = (call: Fake): Promise<NexLobby> => fixture<NexLobby>(html`<nex-lobby .call=${call}></nex-lobby>`);
const click = (el: NexLobby, selector: string): void => {
  el.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
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
    const select = el.shadowRoot!.querySelectorAll('select')[1]!;
    expect(select.options[1]!.textContent.trim()).to.equal('Camera 1');
    for (const value of ['c1', '']) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }
    expect(call.calls.map(({ args }) => args)).to.deep.equal([['camera', 'c1'], ['camera', null]]);
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
      const box = (selector: string): DOMRect => holder.querySelector('nex-lobby')!.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
      expect(box('.hint').top).to.be.at.least(box('.preview').top);
      expect(box('[data-action="retry"]').bottom).to.be.at.most(box('.round').top);
      expect(box('.round').bottom).to.be.at.most(box('.preview').bottom);
    });

  it('keeps its device fields inside their box', async () => {
    const el = await show(createFakeCall({ status: 'lobby' }));
    const details = el.shadowRoot!.querySelector('details')!;
    details.open = true;
    for (const select of details.querySelectorAll('select')) expect(select.getBoundingClientRect().right).to.be.below(details.getBoundingClientRect().right);
  });
});
