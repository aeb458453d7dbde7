import { expect, fixture, html, aTimeout, waitUntil } from '@open-wc/testing';
import '../../elements/nex-status.js';
import type { NexStatus } from '../../elements/status/nex-status.js';
import { BATCH_MS, BETWEEN_MESSAGES_MS, NewsBatch, type News } from '../../elements/status/news-batch.js';
import { announcementChoices } from '../../elements/shared/announcement-choices.js';
import { MOVED_MS, POWER_DELAY_MS } from '../../elements/status/status-notes.js';
import { Scope } from '../../src/base/scope.js';
import { NexError } from '../../src/base/nex-error.js';
import type { ChatMessage } from '../../src/call/call.js';
import { createFakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

/** A clock turned by hand. */
function handClock() {
  let now = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    after(delayMs: number, run: () => void) {
      const timer = { at: now + delayMs, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    every: () => () => undefined,
    advance(ms: number) {
      now += ms;
      for (const timer of [...timers]) if (timer.at <= now && timers.delete(timer)) timer.run();
    },
  };
}

/** What a batch says: the names of who joined and left, and the rest by id. */
function told({ joined, left, hands, messages, spotlightId }: News): string {
  const people = [...joined.values()].map((name) => `+${name}`).concat([...left.values()].map((name) => `-${name}`));
  const spotlight = spotlightId === undefined ? [] : [`*${spotlightId}`];
  return [...people, ...[...hands.values()].map((name) => `^${name}`), ...messages, ...spotlight].join(' ');
}

describe('NewsBatch', () => {
  function batched() {
    const clock = handClock();
    const said: string[] = [];
    const announce = (news: News): boolean => {
      const words = told(news);
      if (words !== '') said.push(words);
      return words !== '';
    };
    return { clock, said, batch: new NewsBatch({ scope: new Scope(clock), now: clock.now, announce }) };
  }

  it('gathers what happens within 1.5 s', () => {
    const { clock, said, batch } = batched();
    batch.joined('a', 'Ana');
    clock.advance(1000);
    batch.joined('b', 'Bo');
    clock.advance(499);
    expect(said).to.deep.equal([]);
    clock.advance(1);
    expect(said).to.deep.equal(['+Ana +Bo']);
  });

  it('says nothing of somebody who comes and goes within 5 s, before it was said or after', () => {
    const { clock, said, batch } = batched();
    batch.joined('a', 'Ana');
    clock.advance(500);
    batch.left('a', 'Ana');
    clock.advance(10_000);
    expect(said).to.deep.equal([]);
    batch.joined('b', 'Bo');
    clock.advance(1500);
    clock.advance(3000);
    batch.left('b', 'Bo');
    clock.advance(10_000);
    expect(said).to.deep.equal(['+Bo']);
  });

  it('says nothing of somebody who goes and is back before that was said', () => {
    const { clock, said, batch } = batched();
    batch.left('a', 'Ana');
    clock.advance(1000);
    batch.joined('a', 'Ana');
    clock.advance(10_000);
    expect(said).to.deep.equal([]);
  });

  it('leaves three seconds between messages, and none after silence', () => {
    const { clock, said, batch } = batched();
    batch.joined('a', 'Ana');
    clock.advance(1500);
    batch.joined('b', 'Bo');
    clock.advance(2999);
    expect(said.length).to.equal(1);
    clock.advance(1);
    expect(said.length).to.equal(2);
    clock.advance(60_000);
    batch.hand('a', 'Ana', true);
    clock.advance(1500);
    expect(said).to.deep.equal(['+Ana', '+Bo', '^Ana']);
  });

  it('brings all kinds together, and forgets a hand that went down again', () => {
    const { clock, said, batch } = batched();
    batch.message('m1');
    batch.hand('a', 'Ana', true);
    batch.hand('b', 'Bo', true);
    batch.hand('b', 'Bo', false);
    batch.spotlight('a');
    clock.advance(1500);
    expect(said).to.deep.equal(['^Ana m1 *a']);
  });
});

describe('nex-status', () => {
  const show = (call: ReturnType<typeof createFakeCall>): Promise<NexStatus> =>
    fixture<NexStatus>(html`<nex-status .call=${call}></nex-status>`);
  const region = (el: NexStatus, role: string): string => el.shadowRoot!.querySelector(`[role="${role}"]`)!.textContent;
  const banner = (el: NexStatus): Element | null => el.shadowRoot!.querySelector('.banner');

  it('offers to allow sound when the browser blocks it', async () => {
    const call = createFakeCall({ status: 'connected', isSoundBlocked: true });
    const el = await show(call);
    el.shadowRoot!.querySelector<HTMLElement>('[data-action="allow-sound"]')!.click();
    expect(call.calls).to.deep.equal([{ intent: 'allowSound', args: [] }]);
    await expect(el).to.be.accessible();
  });

  it('interrupts when the connection is lost, and says politely when it is back', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await show(call);
    call.patch({ status: 'reconnecting' });
    await aTimeout(0);
    await el.updateComplete;
    expect(region(el, 'alert')).to.contain('Reconnecting');
    expect(banner(el)!.textContent).to.contain('Reconnecting');
    call.patch({ status: 'connected' });
    await aTimeout(0);
    expect(region(el, 'status')).to.equal('You are back in the call.');
    await el.updateComplete;
    expect(banner(el)).to.equal(null);
  });

  it('does not trouble the caller with an unreachable server in a call', async () => {
    const el = await show(createFakeCall({ status: 'connected', isSignalingReachable: false }));
    expect(banner(el)).to.equal(null);
  });

  it('explains a camera that failed, tries again and can be dismissed', async () => {
    const error = new NexError('media/device-in-use', 'x');
    const call = createFakeCall({ status: 'connected', mediaErrors: { microphone: null, camera: error, screen: null } });
    const el = await show(call);
    await waitUntil(() => banner(el)!.textContent.includes('Another program is using the device'), 'the words for errors are loaded');
    el.shadowRoot!.querySelector<HTMLElement>('[data-action="retry"]')!.click();
    expect(call.calls[0]).to.deep.equal({ intent: 'setCamera', args: [true] });
    await expect(el).to.be.accessible();
    el.shadowRoot!.querySelector<HTMLElement>('.close')!.click();
    await el.updateComplete;
    expect(banner(el)).to.equal(null);
  });

  it('announces the own microphone once', async () => {
    const call = createFakeCall({ status: 'connected', microphone: 'off' });
    const el = await show(call);
    call.patch({ microphone: 'pending' });
    await aTimeout(0);
    expect(region(el, 'status')).to.equal('');
    call.patch({ microphone: 'on' });
    await aTimeout(0);
    expect(region(el, 'status')).to.equal('Microphone on');
  });

  const flush = async (el: NexStatus): Promise<void> => {
    await aTimeout(0);
    await el.updateComplete;
  };

  it('interrupts once when the network is gone, and says politely when it is back', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await show(call);
    call.patch({ isOffline: true });
    await flush(el);
    expect(banner(el)!.getAttribute('data-kind')).to.equal('offline');
    expect(region(el, 'alert')).to.equal('You are offline. The call goes on as soon as you are back.');
    await expect(el).to.be.accessible();
    call.patch({ status: 'reconnecting' });
    await flush(el);
    expect(banner(el)!.getAttribute('data-kind')).to.equal('offline');
    expect(region(el, 'alert')).to.equal('You are offline. The call goes on as soon as you are back.');
    call.patch({ isOffline: false });
    await flush(el);
    expect(region(el, 'status')).to.equal('You are back online.');
    expect(banner(el)!.getAttribute('data-kind')).to.equal('reconnecting');
    call.patch({ status: 'connected' });
    await flush(el);
    expect([region(el, 'status'), banner(el)]).to.deep.equal(['You are back in the call.', null]);
  });

  it('does not speak of the network outside of a call', async () => {
    const call = createFakeCall({ status: 'lobby' });
    const el = await show(call);
    call.patch({ isOffline: true });
    await flush(el);
    expect([region(el, 'alert'), banner(el)]).to.deep.equal(['', null]);
    call.patch({ isOffline: false });
    await flush(el);
    expect(region(el, 'status')).to.equal('');
  });

  it('notes once that less video is sent, as long as any is, and can be told to be quiet', async () => {
    const power = { isBatteryLow: true, isDataSaver: false, isCellular: false };
    const call = createFakeCall({ status: 'connected', camera: 'off' });
    const el = await show(call);
    call.patch({ power });
    await flush(el);
    expect([region(el, 'status'), banner(el)]).to.deep.equal(['', null]);
    call.patch({ camera: 'on' });
    await flush(el);
    expect(region(el, 'status')).to.equal('Camera on');
    await aTimeout(POWER_DELAY_MS + 200);
    expect(region(el, 'status')).to.equal('Your battery is low, so less video is sent.');
    expect(banner(el)!.classList.contains('note')).to.equal(true);
    expect(banner(el)!.textContent).to.contain('Your battery is low');
    await expect(el).to.be.accessible();
    call.patch({ camera: 'off' });
    await flush(el);
    expect(banner(el)).to.equal(null);
    call.patch({ camera: 'on' });
    await flush(el);
    await aTimeout(POWER_DELAY_MS + 200);
    expect(region(el, 'status')).to.equal('Camera on');
    el.shadowRoot!.querySelector<HTMLElement>('.close')!.click();
    await el.updateComplete;
    expect(banner(el)).to.equal(null);
    call.patch({ power: { ...power, isBatteryLow: false, isDataSaver: true } });
    await flush(el);
    expect(banner(el)!.textContent).to.contain('saves data');
    call.patch({ power: { isBatteryLow: false, isDataSaver: false, isCellular: true } });
    await flush(el);
    expect(banner(el)!.textContent).to.contain('mobile network');
  }).timeout(12_000);

  it('lets a banner go before a note', async () => {
    const call = createFakeCall({
      status: 'connected',
      camera: 'on',
      isSoundBlocked: true,
      power: { isBatteryLow: true, isDataSaver: false, isCellular: false },
    });
    const el = await show(call);
    expect(el.shadowRoot!.querySelectorAll('.banner').length).to.equal(1);
    expect(banner(el)!.getAttribute('data-kind')).to.equal('sound');
  });

  it('names the microphone that took over, apart from the words around it, and for a while only', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await show(call);
    const device = { kind: 'microphone' as const, id: 'a', label: 'سماعة' };
    call.emit('device-changed', { devices: [device] });
    await flush(el);
    expect([region(el, 'status'), banner(el)]).to.deep.equal(['', null]);
    call.emit('device-changed', { devices: [device], moved: { kind: 'microphone', device } });
    await waitUntil(() => banner(el));
    expect(region(el, 'status')).to.equal('Now using \u2068سماعة\u2069');
    expect(banner(el)!.querySelector('bdi')!.textContent).to.equal('سماعة');
    expect(banner(el)!.textContent.trim()).to.match(/^Now using/);
    await expect(el).to.be.accessible();
    await aTimeout(MOVED_MS + 200);
    await el.updateComplete;
    expect(banner(el)).to.equal(null);
    call.emit('device-changed', { devices: [], moved: { kind: 'microphone', device: null } });
    await flush(el);
    expect(region(el, 'status')).to.equal('Now using another microphone');
  }).timeout(MOVED_MS + 5000);

  it('says of a microphone that the system took away that it comes back by itself', async () => {
    const call = createFakeCall({ status: 'connected', microphone: 'on' });
    const el = await show(call);
    const microphone = new NexError('media/device-in-use', 'x', { retryable: true });
    call.patch({ microphone: 'blocked', mediaErrors: { microphone, camera: null, screen: null } });
    await flush(el);
    for (const words of [region(el, 'alert'), banner(el)!.textContent.replaceAll(/\s+/g, ' ')])
      expect(words).to.contain('Your microphone stopped working. Another app, such as a phone call, is using it. It comes back by itself.');
    expect(banner(el)!.textContent).to.not.contain('did not start');
    await expect(el).to.be.accessible();
    call.patch({ microphone: 'on', mediaErrors: { microphone: null, camera: null, screen: null } });
    await flush(el);
    expect([region(el, 'status'), banner(el)]).to.deep.equal(['Microphone on', null]);
  });

  it('promises nothing of a microphone that would not start', async () => {
    const microphone = new NexError('media/device-in-use', 'x', { retryable: true, cause: new DOMException('x', 'NotReadableError') });
    const el = await show(
      createFakeCall({ status: 'connected', microphone: 'blocked', mediaErrors: { microphone, camera: null, screen: null } }),
    );
    expect(banner(el)!.textContent).to.contain('did not start').and.to.not.contain('by itself');
  });

  it('is silent about a camera that is out while the page is hidden, and on again after that', async () => {
    const call = createFakeCall({ status: 'connected', camera: 'on' });
    const el = await show(call);
    let visibility = 'hidden';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
    try {
      for (const camera of ['off', 'pending', 'on', 'off'] as const) {
        call.patch({ camera });
        await flush(el);
      }
      expect(region(el, 'status')).to.equal('');
      visibility = 'visible';
      for (const camera of ['pending', 'on'] as const) {
        call.patch({ camera });
        await flush(el);
      }
      expect(region(el, 'status')).to.equal('');
      call.patch({ camera: 'off' });
      await flush(el);
      expect(region(el, 'status')).to.equal('Camera off');
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });

  for (const kind of ['joining', 'connected'] as const)
    it(`keeps a short banner on one line (${kind})`, async () => {
      const el = await show(createFakeCall({ status: kind, isOffline: true }));
      const icon = banner(el)!.querySelector('.spinner, svg')!.getBoundingClientRect();
      const words = banner(el)!.querySelector('.words')!.getBoundingClientRect();
      expect(words.left).to.be.above(icon.right);
      expect(words.height).to.be.below(30);
    });
});

describe('nex-status, what a screen reader is told', () => {
  const ana = fakeParticipant({ id: 'ana', name: 'Ana' });
  const bo = fakeParticipant({ id: 'bo', name: 'Bo' });
  const everything = { arrivals: true, messages: true, reactions: true };
  const message = (patch: Partial<ChatMessage> = {}): ChatMessage => ({
    id: 'm1',
    participantId: 'ana',
    name: 'Ana',
    text: 'hello',
    sentAt: 0,
    to: null,
    replyTo: null,
    isOwn: false,
    isDeleted: false,
    ...patch,
  });

  /** Every text that a live region got, with its politeness, in order. */
  async function listening(state: Parameters<typeof createFakeCall>[0] = {}) {
    const call = createFakeCall({ status: 'connected', participants: [ana, bo], ...state });
    const el = await fixture<NexStatus>(html`<nex-status .call=${call}></nex-status>`);
    const heard: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) heard.push(`${(target as Element).getAttribute('role')!}: ${target.textContent!}`);
    });
    for (const role of ['status', 'alert']) observer.observe(el.shadowRoot!.querySelector(`[role="${role}"]`)!, { childList: true });
    return { call, el, heard, quiet: () => aTimeout(BATCH_MS + 300) };
  }
  const receive = (call: ReturnType<typeof createFakeCall>, ...messages: ChatMessage[]): void => {
    call.patch({
      messages: [...call.state.messages, ...messages],
      unread: call.state.unread + messages.filter(({ isOwn }) => !isOwn).length,
    });
    for (const one of messages) call.emit('message-received', { message: one });
  };

  beforeEach(() => {
    announcementChoices.set(everything);
  });
  after(() => {
    announcementChoices.set(everything);
  });

  it('has one polite and one urgent region from the start, with nothing in them', async () => {
    const { el, heard } = await listening();
    const regions = [...el.shadowRoot!.querySelectorAll('[role="status"], [role="alert"]')];
    expect(regions.map((region) => [region.getAttribute('role'), region.textContent])).to.deep.equal([
      ['status', ''],
      ['alert', ''],
    ]);
    expect(heard).to.deep.equal([]);
  });

  it('tells of 20 people who join within 2 s in two polite messages, 3 s apart', async () => {
    const { call, heard } = await listening({ participants: [] });
    const times: number[] = [];
    const watch = setInterval(() => {
      if (heard.length > times.length) times.push(performance.now());
    }, 10);
    for (let index = 0; index < 20; index += 1) {
      call.emit('participant-joined', { participant: fakeParticipant({ id: `p${index}`, name: `Guest ${index}` }) });
      await aTimeout(100);
    }
    await waitUntil(() => heard.length === 2, 'both messages', { timeout: 8000 });
    await aTimeout(BETWEEN_MESSAGES_MS + 200);
    clearInterval(watch);
    expect(heard.length).to.equal(2);
    const counts = heard.map((words) => Number(/^status: (\d+) people joined$/.exec(words)?.[1]));
    expect(counts[0]! + counts[1]!).to.equal(20);
    expect(times[1]! - times[0]!).to.be.above(BETWEEN_MESSAGES_MS - 50);
  }).timeout(20_000);

  it('says nothing of somebody who joins and leaves', async () => {
    const { call, heard, quiet } = await listening();
    call.emit('participant-joined', { participant: ana });
    await aTimeout(300);
    call.emit('participant-left', { participant: ana, reason: 'left' });
    await quiet();
    expect(heard).to.deep.equal([]);
  });

  it('names up to three who join or leave', async () => {
    const { call, heard, quiet } = await listening();
    call.emit('participant-joined', { participant: ana });
    call.emit('participant-joined', { participant: bo });
    call.emit('participant-left', { participant: fakeParticipant({ name: '' }), reason: 'left' });
    await quiet();
    expect(heard).to.deep.equal(['status: Ana and Bo joined. A guest left']);
  });

  it('reads a message out while the chat is not open, once, and never an own one', async () => {
    const { call, heard, quiet } = await listening();
    receive(
      call,
      message({ isOwn: true, id: 'm0', text: 'mine' }),
      message(),
      message({ id: 'm2', name: 'Bo', text: 'Hi\nall!', to: 'self' }),
    );
    await quiet();
    expect(heard).to.deep.equal(['status: Ana: hello. Bo, only to you: Hi all!']);
    await quiet();
    expect(heard.length).to.equal(1);
  });

  it('leaves messages to the log of an open chat, and those that were taken back', async () => {
    const { call, heard, quiet } = await listening();
    receive(call, message());
    call.patch({ unread: 0 });
    await quiet();
    receive(call, message({ id: 'm2', isDeleted: true, text: '' }));
    await quiet();
    expect(heard).to.deep.equal([]);
  });

  it('counts many messages, and cuts a long one', async () => {
    const { call, heard, quiet } = await listening();
    receive(call, ...['a', 'b', 'c', 'd'].map((id) => message({ id })));
    await quiet();
    call.patch({ unread: 0 });
    receive(call, message({ id: 'e', text: 'x'.repeat(2000) }));
    await aTimeout(BETWEEN_MESSAGES_MS + 200);
    expect(heard).to.deep.equal(['status: 4 new messages', `status: Ana: ${'x'.repeat(200)}…`]);
  });

  it('tells of hands, reactions and the spotlight of others, not of own ones', async () => {
    const { call, heard, quiet } = await listening();
    call.emit('hand-changed', { participantId: 'ana', isRaised: true });
    call.emit('hand-changed', { participantId: 'self', isRaised: true });
    call.emit('reaction-received', { participantId: 'bo', emoji: '🎉' });
    call.emit('reaction-received', { participantId: 'bo', emoji: '🎉' });
    call.emit('reaction-received', { participantId: 'self', emoji: '🎉' });
    call.patch({ spotlightId: 'bo' });
    await quiet();
    expect(heard).to.deep.equal(['status: Bo is shown large for everyone. Ana raised a hand. Bo reacted with 🎉']);
    call.patch({ spotlightId: 'self' });
    await aTimeout(BETWEEN_MESSAGES_MS + 200);
    call.patch({ spotlightId: null });
    await aTimeout(BETWEEN_MESSAGES_MS + 200);
    expect(heard.slice(1)).to.deep.equal([
      'status: You are shown large for everyone',
      'status: Nobody is shown large for everyone any more',
    ]);
  });

  for (const [choice, event] of [
    [
      'arrivals',
      (call) => {
        call.emit('participant-joined', { participant: ana });
      },
    ],
    [
      'messages',
      (call) => {
        receive(call, message());
      },
    ],
    [
      'reactions',
      (call) => {
        call.emit('hand-changed', { participantId: 'ana', isRaised: true });
      },
    ],
  ] as readonly [keyof typeof everything, (call: ReturnType<typeof createFakeCall>) => void][])
    it(`says nothing of ${choice} to who turned that off`, async () => {
      announcementChoices.set({ ...everything, [choice]: false });
      const { call, heard, quiet } = await listening();
      event(call);
      await quiet();
      expect(heard).to.deep.equal([]);
    });

  it('does not tell who speaks', async () => {
    const { call, heard, quiet } = await listening();
    call.patch({ speakerId: 'ana', participants: [{ ...ana, speaking: true }, bo] });
    call.emit('speaker-changed', { participantId: 'ana' });
    await quiet();
    expect(heard).to.deep.equal([]);
  });

  it('tells each own microphone, camera and screen once, politely', async () => {
    const { call, heard } = await listening();
    for (const patch of [
      { microphone: 'pending' },
      { microphone: 'on' },
      { camera: 'pending' },
      { camera: 'on' },
      { microphone: 'off' },
      { screen: 'pending' },
      { screen: 'on' },
      { screen: 'off' },
    ] as const) {
      call.patch(patch);
      await aTimeout(0);
    }
    const words = ['Microphone on', 'Camera on', 'Microphone off', 'You are sharing your screen', 'You stopped sharing your screen'];
    expect(heard).to.deep.equal(words.map((one) => `status: ${one}`));
  });

  it('says nothing of a screen that was not chosen', async () => {
    const { call, heard, quiet } = await listening();
    call.patch({ screen: 'pending' });
    await aTimeout(0);
    call.patch({ screen: 'off', mediaErrors: { microphone: null, camera: null, screen: new NexError('media/permission-denied', 'x') } });
    await quiet();
    expect(heard).to.deep.equal([]);
  });

  it('alerts to a lost connection once, and says politely that it is back', async () => {
    const { call, heard } = await listening();
    for (const status of ['reconnecting', 'connected'] as const) {
      call.patch({ status });
      await aTimeout(0);
      call.patch({ isSignalingReachable: status === 'connected' });
      await aTimeout(0);
    }
    expect(heard).to.deep.equal(['alert: Connection lost. Reconnecting…', 'status: You are back in the call.']);
  });

  it('alerts to a camera that does not start, with the reason and what to do, once', async () => {
    const { call, heard } = await listening();
    call.patch({ camera: 'pending' });
    await aTimeout(0);
    call.patch({ camera: 'blocked', mediaErrors: { microphone: null, camera: new NexError('media/device-not-found', 'x'), screen: null } });
    await waitUntil(() => heard.length > 0);
    call.patch({ unread: 1 });
    await aTimeout(100);
    expect(heard).to.deep.equal(['alert: Your camera did not start. No device was found. Plug one in or switch it on, then try again.']);
  });

  it('tells why a call failed, with a way out, where nothing else does', async () => {
    const { call, el, heard } = await listening({ status: 'joining' });
    call.patch({ status: 'failed', error: new NexError('signaling/unreachable', 'x') });
    await waitUntil(() => heard.length > 0);
    const words = 'The call could not be reached. Check your internet connection, then try again.';
    expect(heard).to.deep.equal([`alert: ${words}`]);
    await waitUntil(() => el.shadowRoot!.querySelector('.words')?.textContent === words);
    el.shadowRoot!.querySelector<HTMLElement>('[data-action="retry"]')!.click();
    expect(call.calls.map(({ intent }) => intent)).to.deep.equal(['join']);
    await expect(el).to.be.accessible();
  });

  it('says nothing more of a call that was left', async () => {
    const { call, heard, quiet } = await listening();
    call.emit('participant-left', { participant: ana, reason: 'left' });
    await aTimeout(100);
    call.patch({ status: 'ended', endReason: 'left' });
    call.emit('call-left', { reason: 'left' });
    await quiet();
    expect(heard).to.deep.equal([]);
  });
});
