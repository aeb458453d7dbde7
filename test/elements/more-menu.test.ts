import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import '../../elements/nex-video-tile.js';
import type { CallState } from '../../src/call/call.js';
import { ControlsHarness } from '../support/controls-harness.js';
import { fakeParticipant } from '../support/fake-participant.js';

const PATIENCE = { timeout: 20_000 };
const press = (key: string) => sendKeys({ press: key });

/** With that value of a property of the page's own for as long as the test runs. */
function give(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, value });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  };
}

/** As on a device with such pointers and no others. */
function withPointers(...kinds: readonly ('fine' | 'coarse')[]): () => void {
  const ask = window.matchMedia.bind(window);
  return give(window, 'matchMedia', (query: string) => {
    const kind = /\(any-pointer: (\w+)\)/.exec(query)?.[1];
    return kind === undefined ? ask(query) : { matches: (kinds as readonly string[]).includes(kind) };
  });
}

describe('the menu of the toolbar', () => {
  let undo: (() => void)[] = [];
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => {
    for (const each of undo) each();
    undo = [];
  });

  describe('in a window so low that it lies over its button', () => {
    const show = async (): Promise<ControlsHarness> => {
      await setViewport({ width: 240, height: 180 });
      const bar = await ControlsHarness.show({}, { width: 240 });
      bar.controls.parentElement?.style.setProperty('padding-block-start', '110px');
      await bar.openMore();
      await waitUntil(() => bar.find('#more .menu-close'), 'no way to close it', PATIENCE);
      return bar;
    };
    after(() => setViewport({ width: 800, height: 600 }));

    it('has a button to close it that stays in sight, and the focus goes back', async () => {
      const bar = await show();
      const menu = bar.find('#more');
      expect(bar.menuNames[0]).to.equal('Close');
      expect(bar.focused?.getAttribute('aria-label'), 'what it is for comes first').to.equal('Thumbs up');
      menu.scrollTop = menu.scrollHeight;
      await nextFrame();
      const close = bar.find('#more .menu-close').getBoundingClientRect();
      expect(close.top).to.be.at.least(menu.getBoundingClientRect().top);
      expect(close.bottom).to.be.at.most(180);
      expect(Math.min(close.width, close.height)).to.be.at.least(44);
      await expect(bar.controls).to.be.accessible();
      bar.find('#more .menu-close').click();
      expect(bar.isOpen('more')).to.equal(false);
      expect(bar.focused?.id).to.equal('more-opener');
    });

    it('keeps what has the focus clear of that button', async () => {
      const bar = await show();
      await press('End');
      await press('Home');
      expect(bar.focused?.className).to.equal('menu-close');
      await press('End');
      for (let step = 0; step < 12; step += 1) {
        await press('ArrowUp');
        const item = bar.focused!.getBoundingClientRect();
        const head = bar.find('#more .menu-head').getBoundingClientRect();
        if (bar.focused!.className !== 'menu-close') expect(item.top, bar.focused!.textContent).to.be.at.least(head.bottom - 1);
      }
    });
  });

  it('has no button to close it where its own one is in sight', async () => {
    const bar = await ControlsHarness.show();
    await bar.openMore();
    await nextFrame();
    await bar.controls.updateComplete;
    expect(bar.find('#more').hasAttribute('data-over')).to.equal(false);
    expect(bar.find('#more .menu-close')).to.equal(null);
  });

  describe('offers the list of keys', () => {
    const names = async (): Promise<readonly string[]> => {
      const { connected } = await import('../../stories/scenarios/connected.js');
      await import('../../elements/nex-call.js');
      const call = connected(1);
      const element = document.createElement('nex-call');
      Object.assign(element, { call });
      element.style.cssText = 'inline-size: 700px; block-size: 500px';
      document.body.append(element);
      undo.push(() => {
        element.remove();
      });
      const controls = (): ShadowRoot | null => element.shadowRoot?.querySelector('nex-controls')?.shadowRoot ?? null;
      await waitUntil(() => controls()?.querySelector('#more-opener'), 'the late part never came', PATIENCE);
      controls()?.querySelector<HTMLElement>('#more-opener')?.click();
      await waitUntil(() => controls()?.querySelector('#more')?.matches(':popover-open'), 'it did not open', PATIENCE);
      return [...(controls()?.querySelectorAll('#more .choice-name') ?? [])].map(({ textContent }) => textContent?.trim() ?? '');
    };

    it('where there may be a keyboard', async () => {
      undo.push(withPointers('fine', 'coarse'));
      expect(await names()).to.include('Keyboard shortcuts');
    });

    it('but not where there is nothing but a finger', async () => {
      undo.push(withPointers('coarse'));
      const seen = await names();
      expect(seen).to.include('Settings');
      expect(seen).to.not.include('Keyboard shortcuts');
    });
  });

  describe('offers picture in picture', () => {
    const someone = fakeParticipant({ id: 'a', name: 'Ana' });
    const other = fakeParticipant({ id: 'b', name: 'Bo' });
    const state: Partial<CallState> = { participants: [someone, other] };
    const item = (bar: ControlsHarness): HTMLElement | undefined =>
      [...bar.all('#more .choice')].find(({ textContent }) => textContent?.includes('icture in picture'));

    it('only where the browser has such windows', async () => {
      undo.push(give(globalThis, 'documentPictureInPicture', undefined));
      const bar = await ControlsHarness.show(state);
      await bar.openMore();
      expect(item(bar)).to.equal(undefined);
    });

    it('of the whole call, with whoever speaks, and takes it back', async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      undo.push(() => {
        frame.remove();
      });
      const home = frame.contentWindow as Window & typeof globalThis;
      home.close = () => {
        home.dispatchEvent(new Event('pagehide'));
      };
      undo.push(give(globalThis, 'documentPictureInPicture', { requestWindow: () => Promise.resolve(home) }));
      const bar = await ControlsHarness.show(state);
      await bar.openMore();
      expect(item(bar)?.textContent?.trim()).to.equal('Picture in picture');
      item(bar)?.click();
      expect(bar.isOpen('more')).to.equal(false);
      const inside = (): ShadowRoot | null => home.document.querySelector('main')?.shadowRoot ?? null;
      const shown = (): string | undefined =>
        inside()?.querySelector<HTMLElement & { participantId: string }>('nex-video-tile')?.participantId;
      await waitUntil(() => inside()?.querySelector('.buttons'), 'no window', PATIENCE);
      expect(shown()).to.equal('a');
      bar.call.patch({ speakerId: 'b' });
      await waitUntil(() => shown() === 'b', 'does not follow', PATIENCE);
      bar.call.patch({ speakerId: null });
      await nextFrame();
      expect(shown(), 'stays with who spoke last').to.equal('b');
      bar.call.patch({ participants: [someone] });
      await waitUntil(() => shown() === 'a', 'shows who is gone', PATIENCE);
      expect(inside()?.querySelector('.microphone')?.getAttribute('aria-label'), 'its words came with it').to.equal('Turn off microphone');
      await bar.openMore();
      expect(item(bar)?.textContent?.trim()).to.equal('Back from picture in picture');
      item(bar)?.click();
      expect(inside()?.querySelector('nex-video-tile')).to.equal(null);
      await bar.openMore();
      expect(item(bar)?.textContent?.trim()).to.equal('Picture in picture');
    });
  });
});
