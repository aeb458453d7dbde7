import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../elements/nex-controls.js';
import type { NexControls } from '../../elements/controls/nex-controls.js';
import { NexError } from '../../src/base/nex-error.js';
import type { CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';

const DEVICES: CallState['devices'] = [
  { kind: 'microphone', id: 'desk', label: 'Desk microphone' },
  { kind: 'microphone', id: 'head', label: 'Headset' },
  { kind: 'speaker', id: 'box', label: 'Box' },
  { kind: 'camera', id: 'front', label: '' },
];

async function makeControls(patch: Partial<CallState> = {}, options: { width?: number; dir?: string } = {}): Promise<{ controls: NexControls; call: FakeCall }> {
  const call = createFakeCall({ status: 'connected', microphone: 'on', camera: 'on', devices: DEVICES, ...patch });
  const holder = await fixture<HTMLElement>(html`<main dir=${options.dir ?? 'ltr'}>
    <nex-controls .call=${call}><button slot="toolbar-end" id="own">Own</button></nex-controls>
  </main>`);
  holder.style.setProperty('inline-size', `${options.width ?? 760}px`);
  holder.style.setProperty('padding-block-start', '300px');
  await nextFrame();
  await nextFrame();
  return { controls: holder.querySelector('nex-controls') as NexControls, call };
}

const find = (controls: NexControls, selector: string): HTMLElement => controls.shadowRoot?.querySelector(selector) as HTMLElement;
const focused = (controls: NexControls): HTMLElement | null => (document.activeElement === controls ? (controls.shadowRoot?.activeElement as HTMLElement | null) : (document.activeElement as HTMLElement | null));
const isShown = (element: Element): boolean => element.getClientRects().length > 0;
const intents = (call: FakeCall): unknown[] => call.calls.map(({ intent, args }) => [intent, ...args]);

const isOpen = (controls: NexControls, kind: string): boolean => controls.shadowRoot?.querySelector(`#${kind}-menu`)?.matches(':popover-open') === true;

describe('<nex-controls>', () => {
  it('turns microphone, camera and screen on and off, and leaves', async () => {
    const { controls, call } = await makeControls({ camera: 'off' });
    for (const selector of ['.microphone', '.camera', '.screen', '.leave']) find(controls, selector).click();
    expect(intents(call)).to.deep.equal([['setMicrophone', false], ['setCamera', true], ['setScreenShare', true], ['leave']]);
  });

  it('says by its name what a press does, and never by a pressed state as well', async () => {
    const { controls, call } = await makeControls();
    expect(find(controls, '.microphone').getAttribute('aria-label')).to.equal('Turn off microphone');
    call.patch({ microphone: 'off' });
    await waitUntil(() => find(controls, '.microphone').getAttribute('aria-label') === 'Turn on microphone');
    expect(controls.shadowRoot?.querySelector('[aria-pressed]')).to.be.null;
  });

  it('is busy and deaf while pending', async () => {
    const { controls, call } = await makeControls({ camera: 'pending' });
    const camera = find(controls, '.camera');
    expect(camera.getAttribute('aria-busy')).to.equal('true');
    expect(camera.getAttribute('aria-label')).to.equal('Camera is starting…');
    camera.click();
    expect(call.calls).to.be.empty;
    await expect(controls).to.be.accessible();
  });

  it('says in words that a microphone is blocked and why, and tries again', async () => {
    const error = new NexError('media/permission-denied', 'refused');
    const { controls, call } = await makeControls({ microphone: 'blocked', mediaErrors: { microphone: error, camera: null, screen: null } });
    const microphone = find(controls, '.microphone');
    expect(microphone.getAttribute('aria-label')).to.contain('blocked');
    // The words for errors come when there is one.
    await waitUntil(() => microphone.getAttribute('aria-description') === 'Your browser does not allow it', 'no reason', { timeout: 5000 });
    microphone.click();
    expect(intents(call)).to.deep.equal([['setMicrophone', true]]);
    await expect(controls).to.be.accessible();
  });

  it('hides screen share where it cannot be, and the camera of a call without pictures', async () => {
    const { controls, call } = await makeControls();
    call.patch({ can: { ...call.state.can, screen: false }, options: { ...call.state.options, isAudioOnly: true } });
    await nextFrame();
    await controls.updateComplete;
    expect(find(controls, '.screen')).to.be.null;
    expect(find(controls, '.camera')).to.be.null;
  });

  it('is a named toolbar with one tab stop, own buttons included', async () => {
    const { controls } = await makeControls();
    expect(find(controls, '[role="toolbar"]').getAttribute('aria-label')).to.equal('Call controls');
    const buttons = [...(controls.shadowRoot?.querySelectorAll<HTMLElement>('.toolbar > button, .split > button') ?? []), controls.querySelector('#own') as HTMLElement];
    expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
  });

  it('moves by arrows, Home and End, through own buttons, and comes back to the last one', async () => {
    const { controls } = await makeControls();
    controls.focus();
    expect(focused(controls)).to.equal(find(controls, '.microphone'));
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(controls)).to.equal(find(controls, '#microphone-menu-opener'));
    await sendKeys({ press: 'End' });
    expect(focused(controls)).to.equal(find(controls, '.leave'));
    await sendKeys({ press: 'ArrowLeft' });
    expect(document.activeElement?.id).to.equal('own');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(controls)).to.equal(find(controls, '.leave'));
    find(controls, '.leave').blur();
    controls.focus();
    expect(focused(controls)).to.equal(find(controls, '.leave'));
  });

  it('mirrors the arrows where text runs from right to left', async () => {
    const { controls } = await makeControls({}, { dir: 'rtl' });
    controls.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(controls)).to.equal(find(controls, '#microphone-menu-opener'));
    expect(find(controls, '.leave').getBoundingClientRect().left).to.be.below(find(controls, '.microphone').getBoundingClientRect().left);
  });

  it('opens the device menu by keyboard, moves, finds by letters, and gives the focus back on Escape', async () => {
    const { controls } = await makeControls({ selectedDevices: { microphone: 'desk', camera: null, speaker: null } });
    const opener = find(controls, '#microphone-menu-opener');
    opener.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => isOpen(controls, 'microphone'));
    expect(focused(controls)?.textContent?.trim()).to.equal('System default');
    await waitUntil(() => opener.getAttribute('aria-expanded') === 'true');
    await expect(controls).to.be.accessible();
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(controls)?.textContent?.trim()).to.equal('Desk microphone');
    expect(focused(controls)?.getAttribute('aria-checked')).to.equal('true');
    await sendKeys({ press: 'h' });
    expect(focused(controls)?.textContent?.trim()).to.equal('Headset');
    await sendKeys({ press: 'Escape' });
    expect(find(controls, '#microphone-menu').matches(':popover-open')).to.be.false;
    expect(focused(controls)).to.equal(opener);
  });

  it('selects a device by Enter and closes', async () => {
    const { controls, call } = await makeControls();
    find(controls, '#microphone-menu-opener').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => isOpen(controls, 'microphone'));
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    expect(intents(call)).to.deep.equal([['selectDevice', 'speaker', 'box']]);
    expect(focused(controls)?.id).to.equal('microphone-menu-opener');
  });

  it('opens by a click and closes by another', async () => {
    const { controls } = await makeControls();
    const opener = find(controls, '#camera-menu-opener');
    opener.click();
    await waitUntil(() => isOpen(controls, 'camera'));
    expect(find(controls, '#camera-menu').textContent).to.contain('Camera 1');
    await waitUntil(() => opener.getAttribute('aria-expanded') === 'true');
    opener.click();
    expect(find(controls, '#camera-menu').matches(':popover-open')).to.be.false;
  });

  it('leaves screen sharing out when hidden', async () => {
    const { controls } = await makeControls();
    expect(find(controls, '.screen')).to.exist;
    controls.hide = 'chat screen-share';
    await controls.updateComplete;
    expect(controls.shadowRoot?.querySelector('.screen')).to.equal(null);
    expect(find(controls, '.microphone')).to.exist;
  });

  it('keeps microphone, camera and leave, at 44 px or more, in 240 px', async () => {
    const { controls } = await makeControls({}, { width: 240 });
    const shown = [...(controls.shadowRoot?.querySelectorAll<HTMLElement>('.toolbar > button, .split > button') ?? [])].filter(isShown);
    expect(shown.map((button) => button.classList.item(button.classList.length - 1))).to.deep.equal(['microphone', 'camera', 'leave']);
    for (const button of shown) {
      const { width, height, right } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
      expect(right).to.be.at.most(controls.getBoundingClientRect().right);
    }
    expect(shown.filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
  });

  it('lets go of the call when it is removed', async () => {
    const { controls, call } = await makeControls();
    controls.remove();
    await nextFrame();
    expect(call.listenerCount).to.equal(0);
  });

  it('is accessible with everything on and with everything off', async () => {
    const { controls, call } = await makeControls();
    await expect(controls).to.be.accessible();
    call.patch({ microphone: 'off', camera: 'off', screen: 'on' });
    await nextFrame();
    await controls.updateComplete;
    await expect(controls).to.be.accessible();
  });
});
