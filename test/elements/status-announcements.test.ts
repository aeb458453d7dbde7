import { expect, fixture, html, aTimeout, waitUntil } from '@open-wc/testing';
import '../../elements/nex-status.js';
// Here already, so that nothing waits for it.
import '../../elements/status/late-announcer.js';
import { announcementChoices } from '../../elements/shared/announcement-choices.js';
import type { NexStatus } from '../../elements/status/nex-status.js';
import { BATCH_MS, BETWEEN_MESSAGES_MS } from '../../elements/status/news-batch.js';
import { NexError } from '../../src/base/nex-error.js';
import type { ChatMessage } from '../../src/call/call.js';
import { createFakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

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
    await aTimeout(50);
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
