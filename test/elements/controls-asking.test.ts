import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../elements/nex-call.js';
import type { NexControls } from '../../elements/controls/nex-controls.js';
import { ControlsHarness } from '../support/controls-harness.js';
import { createFakeCall } from '../support/fake-call.js';

describe('<nex-controls>: what it asks and hints at', () => {
  // Colours are looked at in their final state.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => resetMouse());

  it('leaves at once while nothing else ends by it', async () => {
    const bar = await ControlsHarness.show();
    bar.find('.leave').click();
    expect(bar.intents).to.deep.equal([['leave']]);
  });

  it('asks before leaving while the own screen is shared: Escape stays, Enter leaves', async () => {
    const bar = await ControlsHarness.show({ screen: 'on' });
    const leave = bar.find('.leave');
    leave.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => bar.isOpen('leave-question'));
    expect(bar.call.calls).to.deep.equal([]);
    expect(bar.find('#leave-question').getAttribute('role')).to.equal('alertdialog');
    await expect(bar.controls).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(bar.isOpen('leave-question')).to.equal(false);
    expect(bar.focused).to.equal(leave);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => bar.isOpen('leave-question'));
    await sendKeys({ press: 'Tab' });
    expect(bar.focused?.textContent?.trim()).to.equal('Stay');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(bar.intents).to.deep.equal([['leave']]);
  });

  it('lets a second press on leave take the question back', async () => {
    const bar = await ControlsHarness.show({ screen: 'on' });
    const { left, top, width, height } = bar.find('.leave').getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await sendMouse({ type: 'click', position });
    await waitUntil(() => bar.isOpen('leave-question'));
    await sendMouse({ type: 'click', position });
    await waitUntil(() => !bar.isOpen('leave-question'));
    await aTimeout(50);
    expect(bar.isOpen('leave-question')).to.equal(false);
    expect(bar.call.calls).to.deep.equal([]);
  });

  it('hints once at a muted microphone while somebody speaks, and turns it on', async () => {
    const bar = await ControlsHarness.show({ microphone: 'off' });
    bar.call.patch({ isSpeakingMuted: true });
    await waitUntil(() => bar.isOpen('bubble'));
    expect(bar.find('#bubble').textContent).to.contain('You are muted');
    expect(bar.find('.place > [role="status"]').textContent).to.equal('You are speaking, but your microphone is off.');
    await expect(bar.controls).to.be.accessible();
    bar.find('#bubble button').click();
    expect(bar.intents).to.deep.equal([['setMicrophone', true]]);
    await waitUntil(() => !bar.isOpen('bubble'));
    expect(bar.focused).to.equal(bar.find('.microphone'));
    bar.call.patch({ isSpeakingMuted: false });
    await nextFrame();
    bar.call.patch({ isSpeakingMuted: true });
    await aTimeout(50);
    // Not again so soon.
    expect(bar.isOpen('bubble')).to.equal(false);
  });

  it('takes the hint away when the microphone is on', async () => {
    const bar = await ControlsHarness.show({ microphone: 'off', isSpeakingMuted: true });
    await waitUntil(() => bar.isOpen('bubble'));
    bar.call.patch({ microphone: 'on', isSpeakingMuted: false });
    await waitUntil(() => !bar.isOpen('bubble'));
  });

  it('asks its <nex-call> for a panel once, whether it stands inside or outside of it', async () => {
    const call = createFakeCall({ status: 'connected' });
    const holder = await fixture<HTMLElement>(html`<main>
      <nex-call id="theirs" .call=${call}><nex-controls></nex-controls></nex-call>
      <nex-controls for="theirs"></nex-controls>
    </main>`);
    let asked = 0;
    holder.querySelector('nex-call')?.addEventListener('nex-panel-toggle', () => (asked += 1));
    for (const [index, controls] of [...holder.querySelectorAll<NexControls>('nex-controls')].entries()) {
      await waitUntil(() => controls.shadowRoot?.querySelector('#participants-opener, #more [role="menuitemcheckbox"]'), 'it never came', { timeout: 5000 });
      controls.shadowRoot?.querySelector<HTMLElement>('#more [role="menuitemcheckbox"]')?.click();
      expect(asked).to.equal(index + 1);
    }
  });
});
