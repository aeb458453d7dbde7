import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-settings.js';
import type { NexSettings } from '../../elements/settings/nex-settings.js';
import { NexError } from '../../src/base/nex-error.js';
import { phoneCamera } from '../../stories/scenarios/phone-camera.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';

const DEVICES = [
  { kind: 'microphone', id: 'm1', label: 'Headset' },
  { kind: 'camera', id: 'c1', label: 'Built-in camera' },
  { kind: 'speaker', id: 's1', label: 'Loudspeaker' },
] as const;

async function show(call: FakeCall): Promise<NexSettings> {
  const holder = await fixture<HTMLElement>(
    html`<main style="inline-size: 360px; block-size: 640px"><nex-settings .call=${call}></nex-settings></main>`,
  );
  return holder.querySelector('nex-settings')!;
}
const find = <Kind extends HTMLElement = HTMLElement>(element: NexSettings, selector: string): Kind =>
  element.shadowRoot!.querySelector<Kind>(selector)!;
const all = (element: NexSettings, selector: string): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const intents = (call: FakeCall): string[] => call.calls.map(({ intent, args }) => `${intent}(${args.join()})`);
const words = (element: NexSettings): string => element.shadowRoot!.textContent;
function choose(select: HTMLElement, value: string): void {
  (select as HTMLSelectElement).value = value;
  select.dispatchEvent(new Event('change'));
}

describe('the devices of <nex-settings>', () => {
  it('chooses one of each kind, and follows what is plugged in', async () => {
    const call = createFakeCall({ devices: DEVICES });
    const element = await show(call);
    const selects = all(element, 'select');
    choose(selects[0]!, 'm1');
    choose(selects[1]!, 's1');
    choose(selects[2]!, '');
    expect(intents(call)).to.deep.equal(['selectDevice(microphone,m1)', 'selectDevice(speaker,s1)', 'selectDevice(camera,)']);
    call.patch({ devices: [...DEVICES, { kind: 'microphone', id: 'm2', label: 'Table microphone' }] });
    await nextFrame();
    await element.updateComplete;
    expect(selects[0]!.textContent).to.contain('Table microphone');
  });

  it('shows the default while the chosen device is unplugged, and the device again when it is back', async () => {
    const call = createFakeCall({ devices: DEVICES, selectedDevices: { microphone: 'm1', camera: null, speaker: null } });
    const element = await show(call);
    const chosen = (): string | undefined => find<HTMLSelectElement>(element, 'select').selectedOptions[0]?.text.trim();
    expect(chosen()).to.equal('Headset');
    call.patch({ devices: DEVICES.slice(1) });
    await nextFrame();
    expect(chosen()).to.equal('None found');
    call.patch({ devices: [{ kind: 'microphone', id: 'm2', label: 'Table microphone' }, ...DEVICES.slice(1)] });
    await nextFrame();
    expect(chosen()).to.equal('System default');
    call.patch({ devices: DEVICES });
    await nextFrame();
    expect(chosen()).to.equal('Headset');
  });

  it('lists the default of Chromium once', async () => {
    const element = await show(
      createFakeCall({ devices: [{ kind: 'microphone', id: 'default', label: 'Default - Headset' }, ...DEVICES] }),
    );
    expect([...find<HTMLSelectElement>(element, 'select').options].map(({ text }) => text.trim())).to.deep.equal([
      'System default',
      'Headset',
    ]);
  });

  it('shows the level of the microphone without rendering, and says what turning it on means in a call', async () => {
    const call = createFakeCall({ microphone: 'on', status: 'connected' });
    const element = await show(call);
    call.setAudioLevel('self', 0.42);
    expect(element.style.getPropertyValue('--_level')).to.equal('0.42');
    expect(element.isUpdatePending).to.equal(false);
    call.patch({ microphone: 'off' });
    await nextFrame();
    await element.updateComplete;
    expect(words(element)).to.contain('the others will hear you');
    find(element, '[data-action="turn-on-microphone"]').click();
    expect(intents(call)).to.deep.equal(['setMicrophone(true)']);
  });

  it('plays a sound on the speaker and asks whether it was heard', async () => {
    const element = await show(createFakeCall({ devices: DEVICES }));
    find(element, '[data-action="test-speaker"]').click();
    await element.updateComplete;
    expect(find(element, '[data-action="test-speaker"]').textContent).to.contain('Playing');
    await waitUntil(() => words(element).includes('Did you hear it?'), 'played', { timeout: 6000 });
  });

  it('says where to choose the speaker when the browser cannot', async () => {
    const call = createFakeCall({ devices: DEVICES });
    call.patch({ can: { ...call.state.can, selectSpeaker: false } });
    const element = await show(call);
    expect(all(element, 'select').length).to.equal(2);
    expect(words(element)).to.contain('in the settings of your device');
  });

  it('switches the camera, its light and its zoom where they are there', async () => {
    const call = phoneCamera();
    const element = await show(call);
    find(element, '[data-action="flip"]').click();
    find(element, '[type="checkbox"]').click();
    const zoom = find<HTMLInputElement>(element, '[type="range"]');
    zoom.value = '3';
    zoom.dispatchEvent(new Event('input'));
    expect(intents(call)).to.deep.equal(['flipCamera()', 'setTorch(false)', 'setCameraZoom(3)']);
    expect(zoom.getAttribute('aria-valuetext')).to.equal('2.5×');
    expect(find(element, 'video').className, 'a camera that looks away is no mirror').to.equal('');
    call.patch({ cameraFeatures: null, can: { ...call.state.can, flipCamera: false } });
    await nextFrame();
    await element.updateComplete;
    expect(all(element, '[data-action="flip"], [type="range"], [type="checkbox"]')).to.deep.equal([]);
  });

  it('says how to allow what was refused, and tries again', async () => {
    const error = new NexError('media/permission-denied', 'x');
    const call = createFakeCall({ microphone: 'blocked', mediaErrors: { microphone: error, camera: null, screen: null } });
    const element = await show(call);
    expect(find(element, '.permission-help h3').textContent).to.equal('How to allow the microphone');
    expect(all(element, '.permission-help li').length).to.be.at.least(3);
    find(element, '[data-action="retry-microphone"]').click();
    expect(intents(call)).to.deep.equal(['setMicrophone(true)']);
    await waitUntil(() => find(element, '[role="alert"] strong')?.textContent === 'Your browser does not allow it');
    await expect(element).to.be.accessible();
  });

  it('leaves the camera out of an audio-only call', async () => {
    const call = createFakeCall({ devices: DEVICES });
    call.patch({ options: { ...call.state.options, isAudioOnly: true } });
    const element = await show(call);
    expect(all(element, 'select').length).to.equal(2);
    expect(find(element, '.preview')).to.equal(null);
  });
});
