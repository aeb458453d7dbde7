import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys } from '@web/test-runner-commands';
import type { NexControls } from '../../elements/controls/nex-controls.js';
import type { NexPanelToggleEvent } from '../../elements/events/nex-panel-toggle-event.js';
import { ControlsHarness } from '../support/controls-harness.js';
import { createFakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

describe('<nex-controls> in a call', () => {
  // Colours are looked at in their final state.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => resetMouse());

  it('keeps the places of what comes, so that microphone and camera stay where they are', async () => {
    const call = createFakeCall({ status: 'connected', microphone: 'on', camera: 'on' });
    const controls = await fixture<NexControls>(html`<nex-controls .call=${call}></nex-controls>`);
    const find = (name: string): Element | null => controls.shadowRoot?.querySelector(name) ?? null;
    const places = (): unknown => ['.microphone', '.camera', '.screen', '.leave'].map((name) => find(name)?.getBoundingClientRect().left);
    await nextFrame();
    await aTimeout(0);
    expect(find('#more-opener'), 'it came too early to see anything').to.equal(null);
    const before = places();
    for (let frame = 0; frame < 600 && find('#more-opener') === null; frame += 1) {
      await nextFrame();
      expect(places()).to.deep.equal(before);
    }
    expect(find('#more-opener')).to.not.equal(null);
    await nextFrame();
    await aTimeout(0);
    expect(places()).to.deep.equal(before);
  });

  it('moves into its menu what finds no room, in a fixed order, and keeps microphone, camera, menu and leave to 240 px', async () => {
    const bar = await ControlsHarness.show();
    const seen: (readonly string[])[] = [];
    for (const px of [900, 600, 560, 500, 440, 390, 320, 240]) {
      await bar.setWidth(px);
      seen.push(bar.barNames.filter((name) => name !== 'chevron'));
      const pill = bar.find('.toolbar').getBoundingClientRect();
      const box = bar.controls.getBoundingClientRect();
      expect(pill.left, `${px}`).to.be.at.least(box.left);
      expect(pill.right, `${px}`).to.be.at.most(box.right);
      expect(bar.bar.filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    }
    for (const names of seen) expect(names).to.include.members(['microphone', 'camera', 'more', 'leave']);
    for (const [index, names] of seen.entries()) if (index > 0) expect(seen[index - 1]).to.include.members(names as string[]);
    // What goes first is what is missed least.
    const leftOver = [...new Set(seen.flatMap((names) => ['reactions', 'participants', 'hand', 'chat', 'screen'].filter((name) => !names.includes(name))))];
    expect(leftOver).to.deep.equal(['reactions', 'participants', 'hand', 'chat', 'screen']);
    expect(seen.at(-1)).to.deep.equal(['microphone', 'camera', 'more', 'leave']);
    for (const button of bar.bar) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
    await bar.openMore();
    expect(bar.menuNames.slice(0, 10)).to.deep.equal(['Thumbs up', 'Heart', 'Laughing', 'Surprised', 'Clapping', 'Party', 'Share your screen', 'Raise your hand', 'Chat', 'People, 2 people here']);
  });

  it('makes room for own buttons', async () => {
    const bar = await ControlsHarness.show({}, { width: 640 });
    const before = bar.barNames.length;
    const own = document.createElement('button');
    own.slot = 'toolbar-end';
    own.textContent = 'Something of the page';
    bar.controls.append(own);
    await waitUntil(() => bar.barNames.length < before);
    await nextFrame();
    expect(bar.find('.toolbar').getBoundingClientRect().right).to.be.at.most(bar.controls.getBoundingClientRect().right);
  });

  it('has everything in sight in a box that gives what is asked for, and shrinks where there is less', async () => {
    const call = createFakeCall({ status: 'connected', microphone: 'on', camera: 'on' });
    for (const [width, hasAll] of [[900, true], [400, false]] as const) {
      const box = await fixture<HTMLElement>(html`<div><nex-controls .call=${call}></nex-controls></div>`);
      box.style.setProperty('display', 'grid');
      box.style.setProperty('grid-template-columns', 'minmax(0, 1fr)');
      box.style.setProperty('justify-items', 'center');
      box.style.setProperty('inline-size', `${width}px`);
      const root = (box.firstElementChild as NexControls).shadowRoot;
      // Another page may be in front for a while; this one is drawn, and so measured, when it is its turn.
      for (let frame = 0; frame < 3; frame += 1) await nextFrame();
      await waitUntil(() => root?.querySelector('#more-opener') && (root.querySelector('#reactions-opener') !== null) === hasAll, `at ${width}`, { timeout: 5000 });
      expect(root?.querySelector('.toolbar')?.getBoundingClientRect().width).to.be.at.most(width);
    }
  });

  it('keeps the focus when the button that has it goes into the menu', async () => {
    const bar = await ControlsHarness.show();
    bar.find('#participants-opener').focus();
    await bar.setWidth(400);
    expect(bar.controls.shadowRoot?.querySelector('#participants-opener')).to.equal(null);
    expect(bar.focused).to.equal(bar.find('#more-opener'));
  });

  it('leaves out what is hidden, in the toolbar and in the menu', async () => {
    const bar = await ControlsHarness.show({}, { hide: 'screen-share hand reactions chat participants settings quality' });
    expect(bar.barNames).to.deep.equal(['microphone', 'chevron', 'camera', 'chevron', 'more', 'leave']);
    await bar.openMore();
    for (const name of bar.menuNames) expect(['Automatic', 'Grid', 'Speaker', 'Sidebar', 'In the grid', 'Floating', 'Hidden']).to.include(name);
  });

  it('leaves out what the visitor may not do', async () => {
    const bar = await ControlsHarness.show();
    bar.call.patch({ can: { ...bar.call.state.can, hand: false, reactions: false, chat: false } });
    await waitUntil(() => bar.controls.shadowRoot?.querySelector('#hand-opener') === null);
    expect(bar.barNames).to.deep.equal(['microphone', 'chevron', 'camera', 'chevron', 'screen', 'participants', 'more', 'leave']);
  });

  it('asks for the panels, and shows which one is open', async () => {
    const bar = await ControlsHarness.show();
    const asked: unknown[] = [];
    bar.controls.addEventListener('nex-panel-toggle', (event: NexPanelToggleEvent) => asked.push(event.detail));
    bar.find('#chat-opener').click();
    bar.find('#participants-opener').click();
    expect(asked).to.deep.equal([{ panel: 'chat' }, { panel: 'participants' }]);
    expect(bar.find('#chat-opener').getAttribute('aria-pressed')).to.equal('false');
    bar.controls.panel = 'chat';
    await bar.controls.updateComplete;
    expect(bar.find('#chat-opener').getAttribute('aria-pressed')).to.equal('true');
    bar.controls.panel = 'settings';
    await bar.controls.updateComplete;
    expect(bar.find('#chat-opener').getAttribute('aria-pressed')).to.equal('false');
    await bar.openMore();
    const settings = bar.all('#more [role="menuitemcheckbox"]').find((item) => item.textContent?.includes('Settings'));
    expect(settings?.getAttribute('aria-checked')).to.equal('true');
    settings?.click();
    expect(asked.at(-1)).to.deep.equal({ panel: 'settings' });
    expect(bar.isOpen('more')).to.equal(false);
  });

  it('has the unread messages in the name, with a dot; in that of the menu where chat is in there', async () => {
    const bar = await ControlsHarness.show();
    expect(bar.find('#chat-opener').getAttribute('aria-label')).to.equal('Chat');
    bar.call.patch({ unread: 1 });
    await waitUntil(() => bar.find('#chat-opener .dot'));
    expect(bar.find('#chat-opener').getAttribute('aria-label')).to.equal('Chat, 1 unread message');
    bar.call.patch({ unread: 12 });
    await waitUntil(() => bar.find('#chat-opener').getAttribute('aria-label') === 'Chat, 12 unread messages');
    expect(bar.find('#more-opener').getAttribute('aria-label')).to.equal('More');
    await bar.setWidth(320);
    expect(bar.find('#more-opener').getAttribute('aria-label')).to.equal('More, 12 unread messages');
    expect(bar.find('#more-opener .dot')).to.exist;
  });

  it('counts the people', async () => {
    const bar = await ControlsHarness.show({ participants: [] });
    expect(bar.find('#participants-opener').getAttribute('aria-label')).to.equal('People, 1 person here');
    bar.call.patch({ participants: [fakeParticipant(), fakeParticipant()] });
    await waitUntil(() => bar.find('#participants-opener .count').textContent === '3');
  });

  it('raises and lowers the hand, and tells the place in line', async () => {
    const bar = await ControlsHarness.show();
    const hand = bar.find('#hand-opener');
    expect(hand.getAttribute('aria-label')).to.equal('Raise your hand');
    hand.click();
    const other = fakeParticipant({ hand: true, handRaisedAt: 10 });
    bar.call.patch({ self: fakeParticipant({ id: 'self', isLocal: true, hand: true, handRaisedAt: 20 }), participants: [other, fakeParticipant({ hand: true, handRaisedAt: 30 })] });
    await waitUntil(() => hand.getAttribute('aria-label') === 'Lower your hand');
    expect(hand.getAttribute('aria-description')).to.equal('You are number 2 in line');
    expect(hand.textContent).to.contain('You are number 2 in line');
    expect(hand.hasAttribute('aria-pressed')).to.equal(false);
    bar.call.patch({ participants: [] });
    await waitUntil(() => hand.getAttribute('aria-description') === 'You are first in line');
    hand.click();
    expect(bar.intents).to.deep.equal([['raiseHand', true], ['raiseHand', false]]);
  });

  it('sends reactions by name, stays open for more, and closes by Escape with the focus back', async () => {
    const bar = await ControlsHarness.show();
    const opener = bar.find('#reactions-opener');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => bar.isOpen('reactions'));
    await waitUntil(() => opener.getAttribute('aria-expanded') === 'true');
    expect(bar.all('#reactions [role="menuitem"]').map((item) => item.getAttribute('aria-label'))).to.deep.equal(['Thumbs up', 'Heart', 'Laughing', 'Surprised', 'Clapping', 'Party']);
    await expect(bar.controls).to.be.accessible();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    expect(bar.intents).to.deep.equal([['react', '❤️'], ['react', '❤️']]);
    await waitUntil(() => bar.find('.place > [role="status"]').textContent === 'You sent: Heart');
    expect(bar.isOpen('reactions')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(bar.isOpen('reactions')).to.equal(false);
    expect(bar.focused).to.equal(opener);
  });

  it('opens its menu by arrow, moves, finds by letters, chooses by Enter, and closes by Escape with the focus back', async () => {
    const bar = await ControlsHarness.show({ layout: 'grid', selfView: 'floating' });
    const opener = bar.find('#more-opener');
    expect(opener.getAttribute('aria-haspopup')).to.equal('menu');
    opener.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => bar.isOpen('more'));
    await waitUntil(() => opener.getAttribute('aria-expanded') === 'true');
    await expect(bar.controls).to.be.accessible();
    expect(bar.all('#more [aria-checked="true"]').map((item) => item.textContent?.trim())).to.deep.equal(['Grid', 'Floating']);
    expect(bar.focused?.textContent?.trim()).to.equal('Automatic');
    await sendKeys({ press: 'ArrowUp' });
    const lastName = bar.focused?.textContent?.trim();
    expect(lastName).to.equal(bar.menuNames.at(-1));
    await sendKeys({ press: 's' });
    expect(bar.focused?.textContent?.trim()).to.equal('Speaker');
    await sendKeys({ press: 'i' });
    expect(bar.focused?.textContent?.trim()).to.equal('Sidebar');
    await sendKeys({ press: 'Escape' });
    expect(bar.isOpen('more')).to.equal(false);
    expect(bar.focused).to.equal(opener);
    await bar.openMore();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(bar.intents).to.deep.equal([['setLayout', 'speaker']]);
    expect(bar.focused).to.equal(opener);
  });

  it('chooses where the own picture is, and what the camera does, where it can', async () => {
    const bar = await ControlsHarness.show();
    await bar.openMore();
    expect(bar.menuNames).to.not.include.members(['Flip camera']);
    await sendKeys({ press: 'Escape' });
    bar.call.patch({ can: { ...bar.call.state.can, flipCamera: true }, cameraFeatures: { facing: 'environment', torch: { isOn: false }, zoom: null } });
    await waitUntil(() => bar.menuNames.includes('Flip camera'));
    const press = (name: string): void => bar.all('#more button').find((item) => item.textContent?.trim() === name)?.click();
    for (const name of ['Flip camera', 'Torch', 'Hidden']) press(name);
    expect(bar.intents).to.deep.equal([['flipCamera'], ['setTorch', true], ['setSelfView', 'hidden']]);
  });

  it('mirrors the arrows of its menus where text runs from right to left', async () => {
    const bar = await ControlsHarness.show({}, { dir: 'rtl' });
    bar.find('#reactions-opener').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => bar.isOpen('reactions'));
    await sendKeys({ press: 'ArrowLeft' });
    expect(bar.focused?.getAttribute('aria-label')).to.equal('Heart');
    expect(bar.find('#more-opener').getBoundingClientRect().left).to.be.below(bar.find('#hand-opener').getBoundingClientRect().left);
    await expect(bar.controls).to.be.accessible();
  });

  it('lets go of everything when it is removed', async () => {
    const bar = await ControlsHarness.show();
    bar.controls.remove();
    await nextFrame();
    expect(bar.call.listenerCount).to.equal(0);
  });
});
