import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { shortcutChoices } from '../../elements/shared/shortcut-choices.js';
import { createFakeCall } from '../support/fake-call.js';
import { controlsOf, deepFocus, dialog, inCall, intents, showCall } from '../support/keys-fixture.js';

describe('the list of keys', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => {
    shortcutChoices.set({ ...shortcutChoices.value, isOn: true });
    localStorage.removeItem('nexrtc.shortcuts');
  });

  it('opens by ?, holds the focus, and gives it back', async () => {
    const { el, call } = await showCall();
    const camera = controlsOf(el).querySelector<HTMLElement>('.camera');
    camera?.focus();
    await sendKeys({ press: '?' });
    await waitUntil(() => dialog(el));
    expect(deepFocus()).to.equal(dialog(el));
    expect(dialog(el)?.getAttribute('aria-modal')).to.equal('true');
    expect(inCall(el, '.call').closest('[inert]')).to.not.equal(null);
    expect(inCall(el, 'nex-status').closest('[inert]')).to.equal(null);
    await expect(el).to.be.accessible();
    for (let press = 0; press < 5; press += 1) {
      await sendKeys({ press: 'Tab' });
      expect(dialog(el)?.contains(deepFocus())).to.equal(true);
    }
    await sendKeys({ press: 'Shift+Tab' });
    expect(dialog(el)?.contains(deepFocus())).to.equal(true);
    await sendKeys({ press: 'm' });
    expect(intents(call)).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    expect(dialog(el)).to.equal(null);
    expect(deepFocus()).to.equal(camera);
    expect(el.shadowRoot?.querySelector('[inert]')).to.equal(null);
  });

  it('names the keys of now, and only what can be done', async () => {
    const { el } = await showCall({ can: { ...createFakeCall().state.can, screen: false } }, { shortcuts: 'm=k h=off' });
    await sendKeys({ press: '?' });
    await waitUntil(() => dialog(el));
    const rows = [...(dialog(el)?.querySelectorAll('.keys-row') ?? [])].map((row) => [row.querySelector('dt')?.textContent, row.querySelector('kbd')?.textContent]);
    expect(rows).to.deep.include(['Microphone on or off', 'K']);
    expect(rows).to.deep.include(['Hold to talk while you are muted', 'Space']);
    expect(rows.map(([name]) => name)).to.not.include.members(['Raise or lower your hand', 'Share your screen, or stop']);
  });

  it('turns the keys off and on for this visitor', async () => {
    const { el, call } = await showCall();
    await sendKeys({ press: '?' });
    await waitUntil(() => dialog(el));
    dialog(el)?.querySelector<HTMLInputElement>('input')?.click();
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'm' });
    expect(intents(call)).to.deep.equal([]);
    await waitUntil(() => controlsOf(el).querySelector('.microphone')?.getAttribute('aria-keyshortcuts') === null);
    // The way back is in the menu.
    const more = controlsOf(el).querySelector<HTMLElement>('#more-opener');
    more?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => controlsOf(el).querySelector('#more')?.matches(':popover-open'));
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => dialog(el));
    dialog(el)?.querySelector<HTMLInputElement>('input')?.click();
    await sendKeys({ press: 'Escape' });
    expect(deepFocus()).to.equal(more);
    await sendKeys({ press: 'm' });
    expect(intents(call)).to.deep.equal([['setMicrophone', false]]);
  });

  it('closes by its button and by a press beside it', async () => {
    const { el } = await showCall();
    await sendKeys({ press: '?' });
    await waitUntil(() => dialog(el));
    dialog(el)?.querySelector<HTMLElement>('.keys-close')?.click();
    expect(dialog(el)).to.equal(null);
    await sendKeys({ press: '?' });
    inCall(el, '.keys-cover').click();
    expect(dialog(el)).to.equal(null);
  });
});
