import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../elements/nex-call.js';
import '../../elements/nex-chat.js';
import '../../elements/nex-participants.js';
import '../../elements/nex-settings.js';
import type { NexCall } from '../../elements/call/nex-call.js';
import { NexPanelToggleEvent } from '../../elements/events/nex-panel-toggle-event.js';
import type { Panel } from '../../elements/shared/panels.js';
import { chatting } from '../../stories/scenarios/chatting.js';
import { error } from '../../stories/scenarios/error.js';
import { handsRaised } from '../../stories/scenarios/hands-raised.js';
import { lobbyBlocked } from '../../stories/scenarios/lobby-blocked.js';
import { lobbyUntouched } from '../../stories/scenarios/lobby-untouched.js';
import { lobby } from '../../stories/scenarios/lobby.js';
import type { FakeCall } from '../support/fake-call.js';

const PATIENCE = { timeout: 20_000 };
const root = (el: Element): ShadowRoot => el.shadowRoot!;
const all = <Found extends HTMLElement>(el: Element, selector: string): readonly Found[] => [...root(el).querySelectorAll<Found>(selector)];

async function show(call: FakeCall, inlineSize: number, blockSize: number): Promise<NexCall> {
  const el = await fixture<NexCall>(html`<nex-call .call=${call}></nex-call>`);
  el.style.cssText = `inline-size: ${inlineSize}px; block-size: ${blockSize}px; aspect-ratio: auto`;
  return el;
}

/** The element of the open panel, with what it shows. */
async function open(el: NexCall, panel: Panel): Promise<HTMLElement> {
  el.dispatchEvent(new NexPanelToggleEvent({ panel, isOpen: true }));
  await waitUntil(() => root(el).querySelector(`nex-${panel}`)?.shadowRoot?.querySelector('h2'), `${panel} is open`, PATIENCE);
  return root(el).querySelector<HTMLElement>(`nex-${panel}`)!;
}

describe('in a small box', () => {
  for (const [name, scenario] of [
    ['an untouched lobby', lobbyUntouched],
    ['a lobby with a picture', lobby],
    ['a lobby without permission', () => lobbyBlocked()],
  ] as const)
    it(`${name} has microphone, camera and the way in in sight at 240 by 180`, async () => {
      const el = await show(scenario(), 240, 180);
      await waitUntil(() => root(el).querySelector('nex-lobby')?.shadowRoot?.querySelector('.join'), 'no lobby', PATIENCE);
      const inside = root(el).querySelector('nex-lobby')!;
      const box = el.getBoundingClientRect();
      const join = root(inside).querySelector('.join')!.getBoundingClientRect();
      expect(join.bottom).to.be.at.most(box.bottom);
      for (const toggle of all(inside, '.toggle')) {
        const { top, bottom } = toggle.getBoundingClientRect();
        expect(top).to.be.at.least(box.top);
        expect(bottom, 'clear of the way in').to.be.at.most(join.top);
      }
      expect(root(inside).querySelector('h2')!.getBoundingClientRect().top, 'no half title').to.be.at.least(join.top - 1);
    });

  it('the chat asks whom one writes to only once it is one alone', async () => {
    const el = await show(chatting(), 240, 180);
    const chat = await open(el, 'chat');
    const field = root(chat).querySelector('textarea')!;
    expect(root(chat).querySelector('select')!.checkVisibility()).to.equal(false);
    expect(field.scrollWidth, 'the hint in the field is whole').to.be.at.most(field.clientWidth);
    (chat as HTMLElement & { to: string }).to = 'guest-2';
    await waitUntil(() => root(chat).querySelector('select')!.checkVisibility(), 'no way back to everybody', PATIENCE);
    expect(root(chat).querySelector('select')!.value).to.equal('guest-2');
  });

  for (const [width, height] of [
    [240, 600],
    [390, 844],
    [820, 900],
  ] as const)
    it(`the words of the people are whole in a call of ${width} px`, async () => {
      const el = await show(handsRaised(), width, height);
      const people = await open(el, 'participants');
      const words = all(people, '.person :is(.name bdi, .you, .state span)');
      expect(words.length).to.be.above(10);
      const edge = people.getBoundingClientRect().right;
      for (const each of words) {
        // Two lines are kept for names; one longer than that ends in dots.
        if (each.textContent.length < 20) expect(each.scrollHeight, each.textContent).to.be.at.most(each.clientHeight || Infinity);
        expect(each.scrollWidth, each.textContent).to.be.at.most(each.clientWidth || Infinity);
        expect(each.getBoundingClientRect().right).to.be.at.most(edge);
      }
      const lines = all(people, '.state span').map((each) => each.getClientRects()[0]!.height);
      if (width > 300) expect(Math.min(...lines)).to.be.below(24);
    });

  it('a failed call says more about the error before it offers the report', async () => {
    const el = await show(error(), 390, 700);
    await waitUntil(() => root(el).querySelector('.report-way'), 'no report', PATIENCE);
    const [ways, details, report] = ['.ways', 'details', '.report-way'].map((name) =>
      root(el).querySelector(name)!.getBoundingClientRect(),
    );
    expect(details!.top).to.be.at.least(ways!.bottom);
    expect(report!.top).to.be.within(details!.bottom, details!.bottom + 16);
  });
});

describe('in every panel', () => {
  it('the arrow of a select is clear of its edge and of its words', async () => {
    const el = await show(chatting(), 900, 700);
    for (const panel of ['settings', 'chat'] as const) {
      const style = getComputedStyle(root(await open(el, panel)).querySelector('select')!);
      expect(style.appearance).to.equal('none');
      expect(style.backgroundImage).to.contain('linear-gradient');
      expect(Number.parseFloat(style.paddingInlineEnd)).to.be.at.least(24);
    }
  });

  it('that arrow stands at the end where text runs from right to left', async () => {
    for (const [dir, place] of [
      ['ltr', '100%'],
      ['rtl', '17px'],
    ] as const) {
      const box = await fixture<HTMLElement>(
        html`<div dir=${dir} style="block-size: 500px; inline-size: 360px"><nex-settings .call=${chatting()}></nex-settings></div>`,
      );
      const settings = box.querySelector('nex-settings')!;
      await waitUntil(() => root(settings).querySelector('select'), 'no select', PATIENCE);
      expect(getComputedStyle(root(settings).querySelector('select')!).backgroundPositionX).to.contain(place);
    }
  });

  for (const panel of ['chat', 'participants', 'settings'] as const)
    it(`the title of ${panel} has no ring when opening puts the focus there, and a ring is never cut`, async () => {
      const el = await show(chatting(), 900, 700);
      const element = await open(el, panel);
      root(element).querySelector('h2')!.focus();
      expect(getComputedStyle(root(element).querySelector('h2')!).outlineStyle).to.equal('none');
      const close = root(element).querySelector<HTMLElement>('.close')!;
      close.focus();
      if (close.matches(':focus-visible')) expect(getComputedStyle(close).outlineOffset).to.equal('-2px');
      const scroller = root(element).querySelector('.scroll, .folds')!;
      expect(Number.parseFloat(getComputedStyle(scroller).scrollPaddingBlockEnd)).to.be.at.least(4);
    });
});
