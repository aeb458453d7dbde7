import { aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../elements/nex-settings.js';
import { announcementChoices } from '../../elements/shared/announcement-choices.js';
import { captionLook, USUAL_CAPTION_LOOK } from '../../elements/shared/caption-look.js';
import { mediaChoices } from '../../elements/shared/media-choices.js';
import { restoreMediaChoices } from '../../elements/shared/restore-media-choices.js';
import { shortcutChoices } from '../../elements/shared/shortcut-choices.js';
import type { NexSettings } from '../../elements/settings/nex-settings.js';
import { SETTINGS_SECTIONS } from '../../elements/settings/settings-sections.js';
import { NexError } from '../../src/base/nex-error.js';
import { phoneCamera } from '../../stories/scenarios/phone-camera.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';

const DEVICES = [
  { kind: 'microphone', id: 'm1', label: 'Headset' },
  { kind: 'camera', id: 'c1', label: 'Built-in camera' },
  { kind: 'speaker', id: 's1', label: 'Loudspeaker' },
] as const;

async function show(
  call: FakeCall,
  options: { section?: NexSettings['section']; width?: number; dir?: string; hide?: string } = {},
): Promise<NexSettings> {
  const { section = 'devices', width = 360, dir = 'ltr', hide = '' } = options;
  const holder = await fixture<HTMLElement>(
    html`<main dir=${dir} style="inline-size: ${width}px; block-size: 640px">
      <nex-settings closable .section=${section} .hide=${hide} .call=${call}></nex-settings>
    </main>`,
  );
  const element = holder.querySelector('nex-settings')!;
  // Tabs or not is known when its size is.
  await nextFrame();
  await nextFrame();
  await element.updateComplete;
  return element;
}
const find = <Kind extends HTMLElement = HTMLElement>(element: NexSettings, selector: string): Kind =>
  element.shadowRoot!.querySelector<Kind>(selector)!;
const all = (element: NexSettings, selector: string): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const intents = (call: FakeCall): string[] => call.calls.map(({ intent, args }) => `${intent}(${args.join()})`);
function choose(select: HTMLElement, value: string): void {
  (select as HTMLSelectElement).value = value;
  select.dispatchEvent(new Event('change'));
}

describe('<nex-settings>', () => {
  beforeEach(() => {
    localStorage.clear();
    captionLook.set(USUAL_CAPTION_LOOK);
    announcementChoices.set({ arrivals: true, messages: true, reactions: true });
    shortcutChoices.set({ isOn: true });
    mediaChoices.set({});
    localStorage.clear();
  });

  for (const section of SETTINGS_SECTIONS)
    for (const width of [240, 360, 900])
      for (const dir of ['ltr', 'rtl'])
        it(`is accessible and nothing sticks out: ${section}, ${width} px, ${dir}`, async () => {
          const element = await show(phoneCamera(), { section, width, dir });
          await expect(element).to.be.accessible();
          for (const body of all(element, '.body')) expect(body.scrollWidth, 'scrolls sideways').to.be.at.most(body.clientWidth);
        });

  it('asks for nothing when shown, and captures nothing', async () => {
    const call = createFakeCall({ devices: DEVICES });
    await show(call);
    expect(call.calls).to.deep.equal([]);
  });

  it('unfolds one section at a time in a narrow box, by keyboard', async () => {
    const element = await show(createFakeCall());
    expect(all(element, '[aria-expanded]').length).to.equal(SETTINGS_SECTIONS.length);
    find(element, '#fold-you').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(all(element, '[aria-expanded="true"]').map(({ id }) => id)).to.deep.equal(['fold-you']);
    expect(element.shadowRoot!.activeElement?.id).to.equal('fold-you');
    await sendKeys({ press: 'Space' });
    await element.updateComplete;
    expect(all(element, '.body')).to.deep.equal([]);
  });

  it('has tabs in a wide box, one tab stop, moved through by arrows, Home and End', async () => {
    const element = await show(createFakeCall(), { width: 900 });
    expect(all(element, '[role="tab"]').map(({ tabIndex }) => tabIndex)).to.deep.equal([0, -1, -1, -1, -1]);
    find(element, '#tab-devices').focus();
    const press = async (key: string): Promise<string> => {
      await sendKeys({ press: key });
      await element.updateComplete;
      expect(find(element, '[aria-selected="true"]').id).to.equal(element.shadowRoot!.activeElement?.id);
      return element.section;
    };
    expect(await press('ArrowDown')).to.equal('picture');
    expect(await press('End')).to.equal('captions');
    expect(await press('ArrowDown')).to.equal('devices');
    expect(await press('ArrowUp')).to.equal('captions');
    expect(await press('Home')).to.equal('devices');
    expect(find(element, '[role="tabpanel"]').getAttribute('aria-labelledby')).to.equal('tab-devices');
  });

  it('can be closed by a button, and only where it may', async () => {
    const element = await show(createFakeCall());
    setTimeout(() => {
      find(element, '.close').click();
    });
    const event = await oneEvent(element, 'nex-panel-toggle');
    expect(event.detail).to.deep.equal({ panel: 'settings', isOpen: false });
    element.closable = false;
    await element.updateComplete;
    expect(find(element, '.close')).to.equal(null);
  });

  it('focuses its heading when it is given the focus', async () => {
    const element = await show(createFakeCall());
    element.focus();
    expect(element.shadowRoot!.activeElement?.localName).to.equal('h2');
  });

  describe('picture and sound', () => {
    it('acts at once and is remembered for the next call', async () => {
      const call = createFakeCall();
      const element = await show(call, { section: 'picture' });
      const [video, audio, limit] = all(element, 'select');
      choose(video!, 'low');
      choose(audio!, 'maximum');
      choose(limit!, '1000');
      find(element, 'input[value="floating"]').click();
      const chosen = ['setVideoQuality(low)', 'setAudioQuality(maximum)', 'setBandwidthLimit(1000)', 'setSelfView(floating)'];
      expect(intents(call)).to.deep.equal(chosen);
      expect(JSON.parse(localStorage.getItem('nexrtc.media') ?? '')).to.deep.equal({
        videoQuality: 'low',
        audioQuality: 'maximum',
        bandwidthLimitKbps: 1000,
        selfView: 'floating',
      });
      const next = createFakeCall();
      restoreMediaChoices(next);
      restoreMediaChoices(next);
      expect(intents(next)).to.deep.equal(chosen);
    });

    it('adapts to the network, and keeps movement smooth, as it is chosen; the next call too', async () => {
      const call = createFakeCall();
      const element = await show(call, { section: 'picture' });
      const [adaptive, signing] = all(element, '.check input') as HTMLInputElement[];
      expect(adaptive!.checked).to.equal(true);
      expect(signing!.checked).to.equal(false);
      adaptive!.click();
      signing!.click();
      expect(intents(call)).to.deep.equal(['setAdaptive(false)', 'setSigning(true)']);
      call.patch({ adaptation: { ...call.state.adaptation, isAdaptive: false, isSigning: true } });
      await nextFrame();
      await element.updateComplete;
      expect([adaptive!.checked, signing!.checked]).to.deep.equal([false, true]);
      const next = createFakeCall();
      restoreMediaChoices(next);
      expect(intents(next)).to.deep.equal(['setAdaptive(false)', 'setSigning(true)']);
    });

    it('shows the limit that the page has set', async () => {
      const call = createFakeCall();
      call.patch({ options: { ...call.state.options, bandwidthLimitKbps: 750 } });
      const element = await show(call, { section: 'picture' });
      expect((all(element, 'select')[2] as HTMLSelectElement).selectedOptions[0]!.text.trim()).to.equal('750 kbit/s');
    });

    it('says when something was refused', async () => {
      const call = createFakeCall();
      call.failWith('setVideoQuality', new NexError('call/invalid-state', 'x'));
      const element = await show(call, { section: 'picture' });
      choose(find(element, 'select'), 'low');
      await waitUntil(() => find(element, '.failed').textContent.includes('did not work'));
      call.failWith('setVideoQuality', null);
      choose(find(element, 'select'), 'high');
      await waitUntil(() => find(element, '.failed').textContent.trim() === '');
    });
  });

  it('changes the name for everybody and for next time', async () => {
    const call = createFakeCall();
    const element = await show(call, { section: 'you' });
    const input = find<HTMLInputElement>(element, 'input');
    input.value = '  Ana ';
    input.dispatchEvent(new Event('change'));
    expect(intents(call)).to.deep.equal(['setName(Ana)']);
    expect(localStorage.getItem('nexrtc.name')).to.equal('Ana');
  });

  it('turns classes of announcements and single keys off, and remembers it', async () => {
    const element = await show(createFakeCall(), { section: 'access' });
    const [arrivals, , , keys] = all(element, '[type="checkbox"]');
    arrivals!.click();
    keys!.click();
    expect(announcementChoices.value).to.deep.equal({ arrivals: false, messages: true, reactions: true });
    expect(shortcutChoices.value.isOn).to.equal(false);
    expect(JSON.parse(localStorage.getItem('nexrtc.announcements') ?? '')).to.include({ arrivals: false });
    setTimeout(() => {
      find(element, '[data-action="shortcuts-help"]').click();
    });
    const event = await oneEvent(element, 'nex-shortcuts-help');
    expect(event.bubbles && event.composed).to.equal(true);
  });

  it('works where storage is refused', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('no', 'SecurityError');
    };
    try {
      const element = await show(createFakeCall(), { section: 'access' });
      find(element, '[type="checkbox"]').click();
      expect(announcementChoices.value.arrivals).to.equal(false);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  describe('captions', () => {
    it('shows a sample that follows size and colours, up to three times the size', async () => {
      const element = await show(createFakeCall(), { section: 'captions' });
      const sample = (): CSSStyleDeclaration => getComputedStyle(find(element, '.lines'));
      const before = parseFloat(sample().fontSize);
      const size = find<HTMLInputElement>(element, '[type="range"]');
      size.value = '300';
      size.dispatchEvent(new Event('input'));
      find(element, 'input[value="yellow"]').click();
      find(element, 'input[value="solid"]').click();
      find(element, 'input[value="top"]').click();
      await element.updateComplete;
      expect(parseFloat(sample().fontSize)).to.equal(before * 3);
      expect(captionLook.value).to.deep.equal({ size: 300, place: 'top', color: 'yellow', background: 'solid' });
      expect(JSON.parse(localStorage.getItem('nexrtc.captions') ?? '')).to.deep.equal(captionLook.value);
      expect(find(element, 'output').textContent).to.equal('300 %');
      find(element, '[data-action="reset-captions"]').click();
      await element.updateComplete;
      expect(parseFloat(sample().fontSize)).to.equal(before);
      expect(find<HTMLInputElement>(element, 'input[value="white"]').checked).to.equal(true);
    });

    it('are left out where the page wants none', async () => {
      const element = await show(createFakeCall(), { hide: 'captions chat' });
      expect(find(element, '#fold-captions')).to.equal(null);
    });
  });

  it('keeps targets large enough, and is seen in forced colours', async () => {
    const element = await show(phoneCamera(), { section: 'captions' });
    await emulateMedia({ forcedColors: 'active' });
    try {
      await expect(element).to.be.accessible();
      for (const target of all(element, 'button, label.choice, input[type="range"]'))
        expect(target.getBoundingClientRect().height).to.be.at.least(24);
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });

  it('lets go of the call and of what was chosen when it is removed', async () => {
    const call = createFakeCall();
    const element = await show(call);
    element.remove();
    await aTimeout(0);
    expect(call.listenerCount).to.equal(0);
  });
});
