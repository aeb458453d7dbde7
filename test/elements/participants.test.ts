import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../elements/nex-participants.js';
import type { NexParticipants } from '../../elements/participants/nex-participants.js';
import { NexError } from '../../src/base/nex-error.js';
import type { CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

const root = (el: Element): ShadowRoot => el.shadowRoot!;
const guest = (id: string, name: string, patch = {}): ReturnType<typeof fakeParticipant> => fakeParticipant({ id, name, ...patch });
const roomCall = (patch: Partial<CallState> = {}): FakeCall =>
  createFakeCall({
    status: 'connected',
    self: fakeParticipant({ id: 'self', name: 'Me', isLocal: true }),
    participants: [guest('zoe', 'Zoe'), guest('ana', 'Ana'), guest('bo', 'Bo')],
    ...patch,
  });
const show = async (call: FakeCall, hide = ''): Promise<NexParticipants> => {
  const box = await fixture(
    html`<div style="block-size: 520px; inline-size: 340px"><nex-participants hide=${hide} .call=${call}></nex-participants></div>`,
  );
  const el = box.querySelector('nex-participants')!;
  await el.updateComplete;
  return el;
};
const order = (el: NexParticipants): string[] =>
  [...root(el).querySelectorAll<HTMLElement>('.person')].map((row) => row.dataset['id'] ?? '');
const row = (el: NexParticipants, id: string): HTMLElement => root(el).querySelector<HTMLElement>(`.person[data-id="${id}"]`)!;
const unfold = async (el: NexParticipants, id: string): Promise<void> => {
  row(el, id).querySelector<HTMLElement>('.more')!.click();
  await el.updateComplete;
};
const settle = async (el: NexParticipants): Promise<void> => {
  await aTimeout(0);
  await el.updateComplete;
};
const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('nex-participants', () => {
  it('shows the visitor, then raised hands as they came with their place, then the others by name', async () => {
    const call = roomCall({
      self: fakeParticipant({ id: 'self', name: 'Me', isLocal: true, hand: true, handRaisedAt: 20 }),
      participants: [
        guest('zoe', 'Zoe', { hand: true, handRaisedAt: 30 }),
        guest('ana', 'Ána'),
        guest('bo', 'Bo', { hand: true, handRaisedAt: 10 }),
        guest('ada', 'ada'),
      ],
    });
    const el = await show(call);
    expect(order(el)).to.deep.equal(['self', 'bo', 'zoe', 'ada', 'ana']);
    const places = ['bo', 'self', 'zoe'].map((id) => plain(row(el, id).querySelector('.state')!.textContent));
    expect(places).to.deep.equal(['Hand raised, number 1', 'Hand raised, number 2', 'Hand raised, number 3']);
    row(el, 'self').querySelector<HTMLElement>('[data-action="lower-hand"]')!.click();
    expect(call.calls).to.deep.equal([{ intent: 'raiseHand', args: [false] }]);
  });

  it('says in the heading how many there are', async () => {
    const el = await show(roomCall());
    expect(plain(root(el).querySelector('h2 .visually-hidden')!.textContent)).to.equal('4 people here');
    expect(plain(root(el).querySelector('h2 [aria-hidden]')!.textContent)).to.equal('4');
  });

  it('says in words what pictures show: microphone, camera, screen, speaking, connection', async () => {
    const el = await show(
      roomCall({
        participants: [
          guest('ana', 'Ana', { microphone: 'off', camera: 'on', screen: 'on', quality: { level: 'good', score: 80 } }),
          guest('bo', 'Bo', { isWeak: true, quality: { level: 'poor', score: 30 } }),
          guest('cem', 'Cem', { connection: 'reconnecting' }),
          guest('dea', 'Dea', { speaking: true }),
        ],
      }),
    );
    expect(plain(row(el, 'ana').querySelector('.visually-hidden')!.textContent)).to.equal(
      'microphone off, camera on, shares a screen, Connection: Good',
    );
    const states = ['bo', 'cem', 'dea'].map((id) => plain(row(el, id).querySelector('.state')!.textContent));
    expect(states).to.deep.equal(['Weak connection', 'Reconnecting…', 'Speaking']);
  });

  it('pins, shows large for everyone, hides the tile, and changes the volume of one', async () => {
    const call = roomCall();
    const el = await show(call);
    await unfold(el, 'ana');
    const act = (action: string): void => {
      row(el, 'ana').querySelector<HTMLElement>(`[data-action="${action}"]`)!.click();
    };
    act('pin');
    act('spotlight');
    act('hide');
    const slider = row(el, 'ana').querySelector<HTMLInputElement>('input[type="range"]')!;
    slider.value = '150';
    slider.dispatchEvent(new Event('input'));
    expect(call.calls).to.deep.equal([
      { intent: 'pin', args: ['ana', true] },
      { intent: 'setSpotlight', args: ['ana'] },
      { intent: 'hideTile', args: ['ana', true] },
      { intent: 'setVolume', args: ['ana', 1.5] },
    ]);
    call.patch({ pinned: ['ana'], spotlightId: 'ana', hiddenTiles: ['ana'], volumes: { ana: 1.5 } });
    await settle(el);
    expect(plain(row(el, 'ana').querySelector('output')!.textContent)).to.equal('150 %');
    act('pin');
    act('spotlight');
    act('hide');
    expect(call.calls.slice(-3)).to.deep.equal([
      { intent: 'pin', args: ['ana', false] },
      { intent: 'setSpotlight', args: [null] },
      { intent: 'hideTile', args: ['ana', false] },
    ]);
  });

  it('asks for the chat with one, but not where chat is left out or not allowed', async () => {
    const call = roomCall();
    const el = await show(call);
    await unfold(el, 'bo');
    const asked: unknown[] = [];
    document.addEventListener('nex-chat-with', (event) => asked.push((event as CustomEvent).detail), { once: true });
    row(el, 'bo').querySelector<HTMLElement>('[data-action="message"]')!.click();
    expect(asked).to.deep.equal([{ participantId: 'bo' }]);
    el.hide = 'chat';
    await el.updateComplete;
    expect(row(el, 'bo').querySelector('[data-action="message"]')).to.not.exist;
    el.hide = '';
    call.patch({ can: { ...call.state.can, chat: false, spotlight: false } });
    await settle(el);
    expect(row(el, 'bo').querySelector('[data-action="message"]')).to.not.exist;
    expect(row(el, 'bo').querySelector('[data-action="spotlight"]')).to.not.exist;
  });

  it('offers the visitor neither volume nor a message to themselves', async () => {
    const el = await show(roomCall());
    await unfold(el, 'self');
    expect(row(el, 'self').querySelector('[data-action="pin"]')).to.exist;
    expect(row(el, 'self').querySelector('input, [data-action="message"], [data-action="hide"]')).to.not.exist;
  });

  it('says that something did not work', async () => {
    const call = roomCall();
    const el = await show(call);
    await unfold(el, 'ana');
    call.failWith('setSpotlight', new NexError('call/not-allowed', 'x'));
    row(el, 'ana').querySelector<HTMLElement>('[data-action="spotlight"]')!.click();
    await settle(el);
    expect(root(el).querySelector('p[role="status"]')!.textContent).to.contain('did not work');
  });

  it('can be searched from eight people on, without regard to accents, and Escape empties the field first', async () => {
    const names = ['Ana', 'Bo', 'Cem', 'Dea', 'Élodie', 'Finn', 'Gil'];
    const call = roomCall({ participants: names.slice(0, 6).map((name, index) => guest(`p${index}`, name)) });
    const el = await show(call);
    expect(root(el).querySelector('input[type="search"]')).to.not.exist;
    call.patch({ participants: names.map((name, index) => guest(`p${index}`, name)) });
    await settle(el);
    const search = root(el).querySelector<HTMLInputElement>('input[type="search"]')!;
    search.value = 'elo';
    search.dispatchEvent(new InputEvent('input'));
    await el.updateComplete;
    expect(order(el)).to.deep.equal(['p4']);
    expect(root(el).querySelector('.search [role="status"]')!.textContent).to.equal('1 person found');
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    search.dispatchEvent(escape);
    await el.updateComplete;
    expect(escape.defaultPrevented).to.equal(true);
    expect(order(el)).to.have.length(8);
    search.value = 'nobody like that';
    search.dispatchEvent(new InputEvent('input'));
    await el.updateComplete;
    expect(root(el).textContent).to.contain('Nobody of that name');
  });

  it('keeps the focus on the same button when rows change places, and in the list when the row goes', async () => {
    const call = roomCall();
    const el = await show(call);
    const button = row(el, 'zoe').querySelector<HTMLElement>('.more')!;
    button.focus();
    call.patch({
      participants: call.state.participants.map((each) => (each.id === 'zoe' ? { ...each, hand: true, handRaisedAt: 1 } : each)),
    });
    await settle(el);
    expect(order(el)[1]).to.equal('zoe');
    expect(root(el).activeElement).to.equal(row(el, 'zoe').querySelector('.more'));
    row(el, 'bo').querySelector<HTMLElement>('.more')!.focus();
    call.patch({ participants: call.state.participants.filter(({ id }) => id !== 'bo') });
    await settle(el);
    expect(root(el).activeElement).to.equal(root(el).querySelector('h2'));
  });

  it('keeps markup in names as text', async () => {
    const bad = '<img src=x onerror="globalThis.hacked = true">';
    const el = await show(roomCall({ participants: [guest('ana', bad)] }));
    await unfold(el, 'ana');
    expect(root(el).querySelector('img')).to.not.exist;
    expect(row(el, 'ana').querySelector('bdi')!.textContent).to.equal(bad);
  });

  it('copies the invite link, unless inviting is left out', async () => {
    const written: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
    });
    try {
      const el = await show(roomCall());
      root(el).querySelector<HTMLElement>('[data-action="invite"]')!.click();
      await settle(el);
      expect(written).to.deep.equal([location.href]);
      expect(root(el).querySelector('.invite [role="status"]')!.textContent).to.equal('Link copied');
      el.hide = 'invite';
      await el.updateComplete;
      expect(root(el).querySelector('[data-action="invite"]')).to.not.exist;
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('says kindly that nobody else is here, and is calm without a call', async () => {
    const el = await show(roomCall({ participants: [] }));
    expect(root(el).textContent).to.contain('Nobody else is here yet');
    const empty = await fixture<NexParticipants>(html`<nex-participants></nex-participants>`);
    expect(root(empty).querySelector('.person')).to.not.exist;
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`is accessible (${scheme})`, async () => {
      const people = Array.from({ length: 8 }, (_, index) =>
        guest(`p${index}`, `Guest ${index}`, { hand: index < 2, handRaisedAt: index, isWeak: index === 3 }),
      );
      const el = await show(roomCall({ participants: people }));
      el.closable = true;
      el.style.setProperty('color-scheme', scheme);
      await unfold(el, 'p4');
      await expect(el).to.be.accessible();
    });
});
