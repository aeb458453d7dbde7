import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { NexCall } from '../../elements/call/nex-call.js';
import { createFakeCall } from '../support/fake-call.js';
import { controlsOf, dialog, inCall, intents, showCall } from '../support/keys-fixture.js';

describe('keys of <nex-call>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('does what was pressed while they are loaded', async () => {
    const call = createFakeCall({ status: 'lobby', microphone: 'off' });
    const el = await fixture<NexCall>(html`<nex-call .call=${call}></nex-call>`);
    el.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true, cancelable: true }));
    await waitUntil(() => intents(call).length === 1, 'nothing came', { timeout: 5000 });
    expect(intents(call)).to.deep.equal([['setMicrophone', true]]);
  });

  it('turns microphone, camera, screen and hand on and off, and goes to the next layout', async () => {
    const { el, call } = await showCall({ layout: 'sidebar' });
    for (const key of ['m', 'v', 's', 'h', 'l']) await sendKeys({ press: key });
    expect(intents(call)).to.deep.equal([['setMicrophone', false], ['setCamera', false], ['setScreenShare', true], ['raiseHand', true], ['setLayout', 'auto']]);
    await waitUntil(() => [...(el.shadowRoot?.children ?? [])].some((child) => child.textContent === 'Layout: Automatic'));
  });

  it('asks for the panels', async () => {
    const { el } = await showCall();
    const asked: unknown[] = [];
    el.addEventListener('nex-panel-toggle', ({ detail }) => asked.push(detail));
    for (const key of ['c', 'p', 'q']) {
      await sendKeys({ press: key });
      inCall(el, '.call').focus();
    }
    expect(asked).to.deep.equal([{ panel: 'chat' }, { panel: 'participants' }, { panel: 'quality' }]);
  });

  it('focuses the tile of a number, in the order they are seen in', async () => {
    const { el } = await showCall();
    await waitUntil(() => (inCall(el, 'nex-video-grid').shadowRoot?.querySelectorAll('nex-video-tile').length ?? 0) === 2);
    await nextFrame();
    await nextFrame();
    const tiles = [...(inCall(el, 'nex-video-grid').shadowRoot?.querySelectorAll('nex-video-tile') ?? [])].sort(
      (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top || a.getBoundingClientRect().left - b.getBoundingClientRect().left,
    );
    await sendKeys({ press: '2' });
    expect(inCall(el, 'nex-video-grid').shadowRoot?.activeElement).to.equal(tiles[1]);
    await sendKeys({ press: '1' });
    expect(inCall(el, 'nex-video-grid').shadowRoot?.activeElement).to.equal(tiles[0]);
    await sendKeys({ press: '9' });
    expect(inCall(el, 'nex-video-grid').shadowRoot?.activeElement).to.equal(tiles[0]);
  });

  it('is deaf outside of the widget, where text is typed, with modifiers, and to what is held', async () => {
    const { el, call } = await showCall({ participants: [] });
    document.querySelector<HTMLElement>('#beside')?.focus();
    await sendKeys({ press: 'm' });
    document.querySelector<HTMLElement>('#beside')?.blur();
    await sendKeys({ press: 'm' });
    const field = document.createElement('input');
    el.append(field);
    field.slot = 'header';
    await el.updateComplete;
    field.focus();
    await sendKeys({ press: 'm' });
    expect(field.value).to.equal('m');
    inCall(el, '.call').focus();
    for (const modifier of ['Control', 'Alt', 'Meta', 'Shift']) await sendKeys({ press: `${modifier}+m` });
    el.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', repeat: true, bubbles: true }));
    expect(intents(call)).to.deep.equal([]);
  });

  it('knows the place of a key where the keyboard writes another script', async () => {
    const { el, call } = await showCall();
    const press = (key: string, code: string, shiftKey = false): boolean => el.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }));
    press('ь', 'KeyM');
    expect(intents(call)).to.deep.equal([['setMicrophone', false]]);
    await waitUntil(() => inCall(el, 'nex-video-grid').shadowRoot?.querySelector('nex-video-tile'));
    // French keyboards write digits with Shift.
    expect([press('١', 'Digit1'), press('1', 'Digit1', true), press('؟', 'Slash', true)]).to.deep.equal([false, false, false]);
    expect(dialog(el)).to.not.equal(null);
  });

  it('can be turned off, and remapped, and the toolbar names the keys of now', async () => {
    const { el, call } = await showCall();
    const keyOf = (name: string): string | null => controlsOf(el).querySelector(name)?.getAttribute('aria-keyshortcuts') ?? null;
    expect([keyOf('.microphone'), keyOf('.chat')]).to.deep.equal(['m', 'c']);
    el.shortcuts = 'm=k s=off';
    await waitUntil(() => keyOf('.microphone') === 'k');
    expect(keyOf('.screen')).to.equal(null);
    for (const key of ['m', 's', 'k']) await sendKeys({ press: key });
    expect(intents(call)).to.deep.equal([['setMicrophone', false]]);
    el.shortcuts = 'off';
    await waitUntil(() => keyOf('.microphone') === null);
    for (const key of ['m', 'k', 'v', '?']) await sendKeys({ press: key });
    expect(intents(call)).to.have.length(1);
    expect(dialog(el)).to.equal(null);
  });

  it('says which words of the attribute it does not understand', async () => {
    const { el } = await showCall({}, { shortcuts: 'm=kk v=x' });
    const errors: unknown[] = [];
    el.addEventListener('nex-error', ({ detail: { error } }) => errors.push([error.code, error.detail.option, error.detail.value]));
    await sendKeys({ press: 'x' });
    await sendKeys({ press: 'x' });
    expect(errors).to.deep.equal([['config/invalid', 'shortcuts', 'm=kk']]);
  });

  it('does nothing for what is hidden or not possible', async () => {
    const { el, call } = await showCall({ can: { ...createFakeCall().state.can, hand: false } }, { hide: 'screen-share chat' });
    const asked: unknown[] = [];
    el.addEventListener('nex-panel-toggle', ({ detail }) => asked.push(detail));
    for (const key of ['s', 'h', 'c']) await sendKeys({ press: key });
    expect([...intents(call), ...asked]).to.deep.equal([]);
  });

  describe('push to talk', () => {
    it('opens the microphone while the space bar is held, and says so at its button', async () => {
      const { el, call } = await showCall({ microphone: 'off' });
      await sendKeys({ down: 'Space' });
      await sendKeys({ down: 'Space' });
      expect(intents(call)).to.deep.equal([['setMicrophone', true]]);
      call.patch({ microphone: 'on' });
      await waitUntil(() => controlsOf(el).querySelector('#bubble')?.matches(':popover-open'));
      expect(controlsOf(el).querySelector('#bubble')?.textContent).to.contain('Release to mute');
      await sendKeys({ up: 'Space' });
      expect(intents(call)).to.deep.equal([['setMicrophone', true], ['setMicrophone', false]]);
      await waitUntil(() => controlsOf(el).querySelector('#bubble')?.matches(':popover-open') === false);
    });

    for (const [name, lose] of [
      ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
      ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    ] as const)
      it(`lets go when ${name}`, async () => {
        const { call } = await showCall({ microphone: 'off' });
        await sendKeys({ down: 'Space' });
        lose();
        expect(intents(call)).to.deep.equal([['setMicrophone', true], ['setMicrophone', false]]);
        await sendKeys({ up: 'Space' });
        expect(intents(call)).to.have.length(2);
      });

    it('lets go when the call is removed or over', async () => {
      const { el, call } = await showCall({ microphone: 'off' });
      await sendKeys({ down: 'Space' });
      el.remove();
      await sendKeys({ up: 'Space' });
      expect(intents(call)).to.deep.equal([['setMicrophone', true], ['setMicrophone', false]]);
    });

    it('leaves the space bar to buttons, and a microphone that is on alone', async () => {
      const { el, call } = await showCall({ microphone: 'off' });
      controlsOf(el).querySelector<HTMLElement>('.camera')?.focus();
      await sendKeys({ press: 'Space' });
      expect(intents(call)).to.deep.equal([['setCamera', false]]);
      call.patch({ microphone: 'on' });
      inCall(el, '.call').focus();
      await sendKeys({ press: 'Space' });
      expect(intents(call)).to.have.length(1);
    });
  });

  describe('full screen', () => {
    const isAway = (el: NexCall): boolean => controlsOf(el).querySelector('.place')?.classList.contains('away') === true;

    /** Real full screens would stop the pages of other tests from being drawn. */
    function pretend(el: NexCall, isFull: boolean): void {
      el.matches = ((selector: string) => (selector === ':fullscreen' ? isFull : Element.prototype.matches.call(el, selector))) as Element['matches'];
      el.dispatchEvent(new Event('fullscreenchange', { bubbles: true }));
    }

    afterEach(() => resetMouse());

    it('comes and goes by F', async () => {
      const { el } = await showCall();
      const asked: string[] = [];
      const exit = document.exitFullscreen.bind(document);
      el.requestFullscreen = async () => {
        asked.push('request');
      };
      document.exitFullscreen = async () => {
        asked.push('exit');
      };
      await sendKeys({ press: 'f' });
      pretend(el, true);
      await sendKeys({ press: 'f' });
      document.exitFullscreen = exit;
      expect(asked).to.deep.equal(['request', 'exit']);
    });

    it('takes the toolbar out of sight when nobody uses it, and back at a sign of somebody', async () => {
      const { el } = await showCall();
      pretend(el, true);
      expect(isAway(el)).to.equal(false);
      await waitUntil(() => isAway(el), 'it stays', { timeout: 5000 });
      // Out of sight only: Tab and screen readers find it.
      expect(getComputedStyle(controlsOf(el).querySelector('.microphone') as Element).visibility).to.equal('visible');
      await sendMouse({ type: 'move', position: [200, 100] });
      await waitUntil(() => !isAway(el));
      await waitUntil(() => isAway(el), 'it stays', { timeout: 5000 });
      pretend(el, false);
      expect(isAway(el)).to.equal(false);
    }).timeout(15_000);

    it('keeps the toolbar while focus is inside of it, and while its menu is open', async () => {
      const { el } = await showCall();
      pretend(el, true);
      controlsOf(el).querySelector<HTMLElement>('#more-opener')?.focus();
      await aTimeout(3300);
      expect(isAway(el)).to.equal(false);
      await sendKeys({ press: 'Enter' });
      await aTimeout(3300);
      expect(isAway(el)).to.equal(false);
    }).timeout(15_000);
  });

  it('lets go of everything when the call is removed', async () => {
    const { el, call } = await showCall();
    el.remove();
    await aTimeout(350);
    expect(call.listenerCount).to.equal(0);
  });
});
