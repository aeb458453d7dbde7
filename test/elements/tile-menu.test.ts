import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-video-tile.js';
import type { NexVideoTile } from '../../elements/video-tile/nex-video-tile.js';
import type { Participant } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';
import { fakeVideoStream } from '../support/fake-video-stream.js';

async function makeTile(participant: Participant): Promise<{ tile: NexVideoTile; call: FakeCall }> {
  const call = createFakeCall(participant.isLocal ? { self: participant, participants: [fakeParticipant()] } : { participants: [participant] });
  const holder = await fixture<HTMLElement>(html`<main><nex-video-tile .call=${call} participant-id=${participant.id}></nex-video-tile></main>`);
  const tile = holder.querySelector('nex-video-tile') as NexVideoTile;
  tile.style.setProperty('inline-size', '400px');
  await waitUntil(() => part(tile, '.more'), 'the late part did not come', { timeout: 8000 });
  return { tile, call };
}

const part = (tile: NexVideoTile, selector: string): HTMLElement | null => tile.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

async function openMenu(tile: NexVideoTile): Promise<HTMLElement> {
  (part(tile, '.more') as HTMLButtonElement).click();
  await waitUntil(() => part(tile, '.tile-menu')?.matches(':popover-open'), 'no menu', { timeout: 5000 });
  return part(tile, '.tile-menu') as HTMLElement;
}

const press = (target: Element | null | undefined, key: string): void => {
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
};

describe('menu of <nex-video-tile>', () => {
  it('has a menu of plain controls: what each does, the focus in it, and back on the opener after Escape', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a', name: 'Somebody', camera: 'on', cameraStream: fakeVideoStream(10) }));
    const opener = part(tile, '.more') as HTMLButtonElement;
    expect([opener.getAttribute('aria-label'), opener.getAttribute('aria-haspopup'), opener.getAttribute('aria-expanded')]).to.deep.equal(['More for Somebody', 'dialog', 'false']);
    opener.focus();
    const menu = await openMenu(tile);
    await waitUntil(() => opener.getAttribute('aria-expanded') === 'true');
    expect(tile.shadowRoot?.activeElement?.classList.contains('pin-item')).to.be.true;
    await expect(tile).to.be.accessible();
    press(tile.shadowRoot?.activeElement, 'ArrowDown');
    expect(tile.shadowRoot?.activeElement?.classList.contains('spotlight-item')).to.be.true;
    press(tile.shadowRoot?.activeElement, 'Escape');
    await waitUntil(() => !menu.matches(':popover-open'));
    expect(tile.shadowRoot?.activeElement).to.equal(opener);
    for (const [item, intent, args] of [['pin', 'pin', ['a', true]], ['spotlight', 'setSpotlight', ['a']], ['hide', 'hideTile', ['a', true]]] as const) {
      await openMenu(tile);
      part(tile, `.${item}-item`)?.click();
      expect(call.calls).to.deep.include({ intent, args });
      expect(menu.matches(':popover-open'), item).to.be.false;
    }
  });

  it('sets how loud a participant is, from 0 to 200 %', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a', name: 'Somebody' }));
    await openMenu(tile);
    const slider = part(tile, '.volume') as HTMLInputElement;
    expect([slider.min, slider.max, slider.value, slider.getAttribute('aria-valuetext')]).to.deep.equal(['0', '200', '100', '100 %']);
    slider.value = '180';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    expect(call.calls).to.deep.include({ intent: 'setVolume', args: ['a', 1.8] });
    call.patch({ volumes: { a: 0.5 } });
    await waitUntil(() => slider.value === '50');
  });

  it('offers on the own tile where it is shown and another camera, and no volume or hiding', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'me', isLocal: true, camera: 'on', cameraStream: fakeVideoStream(10) }));
    call.patch({ can: { ...call.state.can, flipCamera: true }, selfView: 'floating' });
    const menu = await openMenu(tile);
    await expect(tile).to.be.accessible();
    expect(menu.querySelector('.volume, .hide-item')).to.be.null;
    expect([...menu.querySelectorAll('.choice')].map((each) => each.getAttribute('aria-pressed'))).to.deep.equal(['false', 'true', 'false']);
    menu.querySelector<HTMLButtonElement>('[data-value="hidden"]')?.click();
    expect(call.calls).to.deep.include({ intent: 'setSelfView', args: ['hidden'] });
    await openMenu(tile);
    part(tile, '.flip-item')?.click();
    expect(call.calls.some(({ intent }) => intent === 'flipCamera')).to.be.true;
  });

  it('opens its menu by the secondary button of a mouse and by the menu key', async () => {
    const { tile } = await makeTile(fakeParticipant({ id: 'a' }));
    const event = new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true });
    part(tile, '.tile')?.dispatchEvent(event);
    expect(event.defaultPrevented).to.be.true;
    await waitUntil(() => part(tile, '.tile-menu')?.matches(':popover-open'));
  });

  it('opens a small window with the picture and the controls of the call, counts as seen there, and comes back', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const home = frame.contentWindow as Window & typeof globalThis;
    home.close = () => {
      home.dispatchEvent(new Event('pagehide'));
    };
    const documents = Object.getOwnPropertyDescriptor(globalThis, 'documentPictureInPicture');
    Object.defineProperty(globalThis, 'documentPictureInPicture', { configurable: true, value: { requestWindow: () => Promise.resolve(home) } });
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a', name: 'Somebody', camera: 'on', cameraStream: fakeVideoStream(10) }));
    call.patch({ status: 'connected' });
    const wishes = () => call.calls.filter(({ intent }) => intent === 'setReceiveWish').map(({ args }) => args[2] as { isVisible: boolean });
    await openMenu(tile);
    part(tile, '.pip-item')?.click();
    await waitUntil(() => home.document.querySelector('main')?.shadowRoot?.querySelector('.buttons'), 'no window', { timeout: 5000 });
    const root = home.document.querySelector('main')?.shadowRoot as ShadowRoot;
    const away = root.querySelector('nex-video-tile') as NexVideoTile;
    await waitUntil(() => away.shadowRoot?.querySelector('video'));
    expect(home.getComputedStyle(away.shadowRoot?.querySelector('.clip') as Element).overflow, 'its styles came with it').to.equal('hidden');
    expect(tile.isConnected).to.be.true;
    tile.style.setProperty('display', 'none');
    await aTimeout(400);
    expect(wishes().at(-1)?.isVisible, 'seen in the small window').to.be.true;
    for (const [name, intent, args] of [['microphone', 'setMicrophone', [true]], ['camera', 'setCamera', [true]], ['leave', 'leave', []]] as const) {
      root.querySelector<HTMLButtonElement>(`.${name}`)?.click();
      await nextFrame();
      expect(call.calls, name).to.deep.include({ intent, args });
    }
    home.close();
    await waitUntil(() => wishes().at(-1)?.isVisible === false, 'still received');
    expect(root.querySelector('nex-video-tile')).to.be.null;
    if (documents) Object.defineProperty(globalThis, 'documentPictureInPicture', documents);
    else delete (globalThis as { documentPictureInPicture?: unknown }).documentPictureInPicture;
    frame.remove();
  });

  it("falls back to the video's own small window", async () => {
    const documents = Object.getOwnPropertyDescriptor(globalThis, 'documentPictureInPicture');
    Object.defineProperty(globalThis, 'documentPictureInPicture', { configurable: true, value: undefined });
    const { tile } = await makeTile(fakeParticipant({ id: 'a', camera: 'on', cameraStream: fakeVideoStream(10) }));
    const video = part(tile, 'video') as HTMLVideoElement;
    let asked = 0;
    video.requestPictureInPicture = () => {
      asked += 1;
      return Promise.reject(new Error('refused'));
    };
    await openMenu(tile);
    const item = part(tile, '.pip-item');
    if (document.pictureInPictureEnabled) {
      item?.click();
      await nextFrame();
      expect(asked).to.equal(1);
    } else expect(item).to.be.null;
    if (documents) Object.defineProperty(globalThis, 'documentPictureInPicture', documents);
  });
});
