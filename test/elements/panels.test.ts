import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../elements/nex-call.js';
import type { NexCall } from '../../elements/call/nex-call.js';
import { NexChatWithEvent } from '../../elements/events/nex-chat-with-event.js';
import { NexPanelToggleEvent } from '../../elements/events/nex-panel-toggle-event.js';
import { LOADING, connected, inside, opened, opener, root, section, show, toggle, told } from '../support/panels-harness.js';

describe('panels of nex-call', () => {
  it('open one at a time, in place of each other, and tell the controls', async () => {
    const el = await show(connected());
    expect(section(el)).to.equal(null);
    await opened(el, 'chat');
    expect(told(el)).to.equal('chat');
    toggle(el, 'participants');
    await waitUntil(() => inside(el) === 'nex-participants', 'open', LOADING);
    expect(root(el).querySelectorAll('.panel').length).to.equal(1);
    expect(told(el)).to.equal('participants');
    toggle(el, 'participants');
    await el.updateComplete;
    expect(section(el)).to.equal(null);
    expect(told(el)).to.equal('');
  });

  it('open and close by what the event says, whatever is open', async () => {
    const el = await show(connected());
    toggle(el, 'chat', false);
    await el.updateComplete;
    expect(section(el)).to.equal(null);
    toggle(el, 'chat', true);
    await waitUntil(() => inside(el) === 'nex-chat', 'open', LOADING);
    toggle(el, 'chat', true);
    toggle(el, 'participants', false);
    await el.updateComplete;
    expect(inside(el)).to.equal('nex-chat');
  });

  it('open what was asked for before their code was there', async () => {
    const el = await fixture<NexCall>(html`<nex-call .call=${connected()}></nex-call>`);
    el.dispatchEvent(new NexPanelToggleEvent({ panel: 'chat' }));
    await waitUntil(() => inside(el) === 'nex-chat', 'open', LOADING);
  });

  it('take the focus when opened, and give it back to the button: by Escape, by close, by the button itself', async () => {
    const el = await show(connected());
    for (const way of ['escape', 'close', 'toggle'] as const) {
      const chat = await opened(el, 'chat');
      if (way === 'escape') await sendKeys({ press: 'Escape' });
      else if (way === 'close') root(chat).querySelector<HTMLElement>('.close')!.click();
      else toggle(el, 'chat');
      await el.updateComplete;
      expect(section(el), way).to.equal(null);
      expect(document.activeElement, way).to.equal(opener(el));
    }
  });

  it('open by their keys, which are letters again inside of them, and Escape leads back', async () => {
    const call = connected();
    const el = await show(call);
    opener(el).focus();
    await sendKeys({ press: 'c' });
    await waitUntil(() => inside(el) === 'nex-chat', 'open', LOADING);
    const chat = section(el)!.querySelector('nex-chat')!;
    await waitUntil(() => root(chat).activeElement?.localName === 'textarea', 'one can write at once');
    await sendKeys({ type: 'chap' });
    await sendKeys({ press: 'Enter' });
    await aTimeout(0);
    expect(call.calls.filter(({ intent }) => intent === 'send').map(({ args }) => args)).to.deep.equal([['chap', {}]]);
    expect(inside(el)).to.equal('nex-chat');
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect(document.activeElement?.id).to.equal('opener');
    await sendKeys({ press: 'p' });
    await waitUntil(() => inside(el) === 'nex-participants', 'open', LOADING);
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect(section(el)).to.equal(null);
    expect(document.activeElement?.id).to.equal('opener');
  });

  it('give the focus to the toolbar where the button is gone', async () => {
    const el = await show(connected());
    await opened(el, 'participants');
    opener(el).remove();
    await aTimeout(0);
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect(root(el).activeElement?.localName).to.equal('nex-controls');
  });

  it('leave the focus alone when the visitor is elsewhere on the page', async () => {
    const el = await show(connected());
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    elsewhere.focus();
    toggle(el, 'chat');
    await waitUntil(() => inside(el) === 'nex-chat', 'open', LOADING);
    await aTimeout(100);
    // A test has no visitor; where the browser knows of a press, the focus goes in.
    if (!navigator.userActivation.isActive) expect(document.activeElement).to.equal(elsewhere);
    elsewhere.focus();
    toggle(el, 'chat');
    await el.updateComplete;
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });

  for (const [width, height, look] of [
    [900, 600, 'column'],
    [720, 600, 'column'],
    [719, 700, 'sheet'],
    [390, 844, 'sheet'],
    [667, 375, 'column'],
    [240, 180, 'cover'],
  ] as const)
    it(`are a ${look} at ${width} by ${height}`, async () => {
      const el = await show(connected(), width, height);
      await opened(el, 'chat');
      await aTimeout(250);
      const all = el.getBoundingClientRect();
      const panel = section(el)!.getBoundingClientRect();
      const stage = root(el).querySelector('.stage')!.getBoundingClientRect();
      const controls = root(el).querySelector('nex-controls')!.getBoundingClientRect();
      if (look === 'column') {
        expect(panel.width).to.be.within(300, 360);
        expect(all.right - panel.right).to.be.below(16);
        expect(panel.left).to.be.at.least(stage.right - 1);
        expect(panel.bottom).to.be.at.most(controls.top + 1);
        expect(root(el).querySelector('.grip')!.checkVisibility()).to.equal(false);
      } else if (look === 'sheet') {
        expect(panel.width).to.be.closeTo(width, 1);
        expect(panel.top).to.be.at.least(stage.bottom - 1);
        expect(stage.height, 'the tiles stay in sight').to.be.above(90);
        expect(controls.top, 'the toolbar stays').to.be.at.least(panel.bottom - 1);
        expect(root(el).querySelector('.grip')!.checkVisibility()).to.equal(true);
      } else {
        expect([panel.left, panel.right, panel.top]).to.deep.equal([all.left, all.right, all.top]);
        expect(panel.bottom, 'all of the tiles').to.be.at.least(stage.bottom);
        expect(controls.top, 'the toolbar stays').to.be.at.least(panel.bottom - 1);
        expect(controls.bottom).to.be.at.most(all.bottom);
        const field = root(section(el)!.querySelector('nex-chat')!).querySelector('textarea')!.getBoundingClientRect();
        expect(field.bottom).to.be.below(panel.bottom);
      }
    });

  it('never have a floating toolbar over where one writes', async () => {
    for (const [width, height] of [
      [900, 600],
      [390, 844],
    ] as const) {
      const el = await show(connected(), width, height);
      el.controls = 'floating';
      await opened(el, 'chat');
      await aTimeout(250);
      const field = root(section(el)!.querySelector('nex-chat')!).querySelector('textarea')!.getBoundingClientRect();
      const bar = root(root(el).querySelector('nex-controls')!).querySelector('.toolbar')!.getBoundingClientRect();
      expect(field.bottom).to.be.at.most(bar.top);
    }
  });

  it('have a grip that makes the sheet larger and smaller by a press, and closes it when dragged down', async () => {
    const el = await show(connected(), 390, 844);
    await opened(el, 'chat');
    await aTimeout(250);
    const grip = root(el).querySelector<HTMLElement>('.grip')!;
    const height = (): number => section(el)!.offsetHeight;
    const before = height();
    grip.click();
    await el.updateComplete;
    expect(height()).to.be.above(before + 50);
    expect(grip.getAttribute('aria-label')).to.contain('smaller');
    grip.click();
    await el.updateComplete;
    expect(height()).to.equal(before);
    const point = (type: string, clientY: number): void => {
      grip.dispatchEvent(new PointerEvent(type, { clientY, bubbles: true, button: 0 }));
    };
    grip.setPointerCapture = () => undefined;
    point('pointerdown', 400);
    point('pointermove', 500);
    expect(height()).to.be.closeTo(before - 100, 2);
    point('pointermove', 400 + before * 0.6);
    point('pointerup', 400 + before * 0.6);
    await el.updateComplete;
    expect(section(el)).to.equal(null);
  });

  it('are left out where the page says so, also when they are open', async () => {
    const el = await show(connected());
    el.hide = 'chat';
    await el.updateComplete;
    toggle(el, 'chat');
    await aTimeout(50);
    expect(section(el)).to.equal(null);
    await opened(el, 'participants');
    el.hide = 'participants';
    await el.updateComplete;
    expect(section(el)).to.equal(null);
  });

  it('open the quality panel where it stands, also when nobody else is here, and hear that it was closed', async () => {
    const el = await show(connected({ participants: [] }));
    opener(el).focus();
    toggle(el, 'quality');
    const quality = (): (HTMLElement & { open: boolean }) | null => root(el).querySelector('nex-quality');
    await waitUntil(() => quality()?.open === true, 'open');
    expect(told(el)).to.equal('quality');
    expect(section(el)).to.equal(null);
    quality()!.open = false;
    await waitUntil(() => told(el) === '', 'closed');
  });

  it('turn the chat to one when the list of people asks for it', async () => {
    const el = await show(connected());
    const people = await opened(el, 'participants');
    people.dispatchEvent(new NexChatWithEvent({ participantId: 'ana' }));
    await waitUntil(() => inside(el) === 'nex-chat', 'open', LOADING);
    const chat = section(el)!.querySelector('nex-chat')!;
    await chat.updateComplete;
    expect(root(chat).querySelector('select')!.value).to.equal('ana');
    await waitUntil(() => root(chat).activeElement !== null, 'focus went along');
    await sendKeys({ press: 'Escape' });
    expect(document.activeElement).to.equal(opener(el));
  });

  it('do not come back with the next call by themselves', async () => {
    const call = connected();
    const el = await show(call);
    await opened(el, 'chat');
    call.patch({ status: 'ended', endReason: 'left' });
    await waitUntil(() => root(el).querySelector('.notice'));
    call.patch({ status: 'connected' });
    await waitUntil(() => root(el).querySelector('.stage'));
    expect(section(el)).to.equal(null);
  });

  for (const [width, height] of [
    [1000, 640],
    [390, 844],
  ] as const)
    for (const theme of ['light', 'dark'] as const)
      it(`are accessible at ${width} by ${height} (${theme})`, async () => {
        const el = await show(connected(), width, height);
        el.theme = theme;
        for (const panel of ['chat', 'participants'] as const) {
          await opened(el, panel);
          await aTimeout(250);
          await expect(el).to.be.accessible();
        }
      });
});
