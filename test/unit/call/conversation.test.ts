import { expect } from '@open-wc/testing';
import { REACTIONS } from '../../../src/call/call-words.js';
import type { ChatMessage, Participant } from '../../../src/call/call.js';
import {
  codeOf,
  createCallHarness,
  createJoinedCall,
  createStandingCall,
  loadLate,
  settle,
  type CallHarness,
} from '../../support/call-harness.js';

const ID = 'a'.repeat(32);
const said = (fields: object = {}): object => ({
  kind: 'chat',
  id: ID,
  name: 'X',
  text: 'Hello',
  sentAt: 1_000_000,
  to: null,
  replyTo: null,
  ...fields,
});
const presence = (fields: object = {}): object => ({
  kind: 'presence',
  name: 'Ada',
  joinedAt: 5,
  microphone: false,
  camera: false,
  screen: false,
  handRaisedAt: null,
  ...fields,
});

async function createTalk(...ids: string[]): Promise<CallHarness> {
  const harness = await createStandingCall();
  for (const id of ids) {
    harness.engine.meet(id);
    harness.engine.tell('data', { participantId: id, data: presence({ name: `Name of ${id}` }) });
  }
  harness.engine.sent.length = 0;
  return harness;
}
const hear = ({ engine }: CallHarness, participantId: string, data: object): void => {
  engine.tell('data', { participantId, data });
};
const sentOf = ({ engine }: CallHarness, kind: string): readonly { readonly data: unknown; readonly to: string | undefined }[] =>
  engine.sent.filter(({ data }) => (data as { kind: string }).kind === kind);
const person = ({ call }: CallHarness, id: string): Participant => call.state.participants.find((participant) => participant.id === id)!;

describe('the conversation of a call', () => {
  it('is possible in the room only', async () => {
    const { call } = createCallHarness();
    expect(call.state.can).to.include({ chat: false, hand: false, reactions: false, spotlight: false });
    expect(await codeOf(call.send('Hello'))).to.equal('call/not-allowed');
    expect(await codeOf(call.raiseHand(true))).to.equal('call/not-allowed');
    expect(await codeOf(call.react('👍'))).to.equal('call/not-allowed');
    expect(await codeOf(call.setSpotlight(null))).to.equal('call/not-allowed');
    expect(await codeOf(call.deleteMessage(ID))).to.equal('call/not-allowed');
    call.markRead();
    await call.join();
    expect(call.state.can).to.include({ chat: true, hand: true, reactions: true, spotlight: true });
    await call.send('Hello');
    await call.leave();
    expect(await codeOf(call.send('Hello'))).to.equal('call/not-allowed');
    await call.close();
    expect(await codeOf(call.send('Hello'))).to.equal('call/invalid-state');
  });

  it('waits for its code: what is wanted and what is said before that is not lost', async () => {
    const harness = createCallHarness();
    await harness.call.join();
    harness.engine.meet('a');
    const sent = harness.call.send('the first');
    const alsoSent = harness.call.send('the second');
    hear(harness, 'a', said({ text: 'early' }));
    hear(harness, 'a', presence({ handRaisedAt: 7 }));
    await Promise.all([sent, alsoSent]);
    await loadLate();
    expect(harness.call.state.messages.map(({ text }) => text)).to.have.members(['early', 'the first', 'the second']);
    const own = harness.call.state.messages.filter(({ isOwn }) => isOwn).map(({ text }) => text);
    expect(own).to.deep.equal(['the first', 'the second']);
    expect(person(harness, 'a').hand).to.equal(true);
  });

  it('keeps at most 256 of what comes before its code', async () => {
    const harness = createCallHarness();
    await harness.call.join();
    harness.engine.meet('a');
    for (let index = 0; index < 400; index += 1) hear(harness, 'a', said({ id: index.toString(16).padStart(32, '0') }));
    await loadLate();
    expect(harness.call.state.messages).to.have.length(256);
  });

  describe('chat', () => {
    it('says to all what is for all, and to one what is for one', async () => {
      const harness = await createTalk('a', 'b');
      await harness.call.send('For all');
      await harness.call.send('For one', { to: 'b' });
      expect(sentOf(harness, 'chat').map(({ to }) => to)).to.deep.equal([undefined, 'b']);
      const [first, second] = harness.call.state.messages as [ChatMessage, ChatMessage];
      expect(first).to.include({ text: 'For all', isOwn: true, participantId: 'me-0', name: 'Me', to: null, isDeleted: false });
      expect(first.id).to.match(/^[0-9a-f]{32}$/);
      expect(second).to.include({ text: 'For one', to: 'b' });
      expect(harness.call.state.unread).to.equal(0);
      expect(harness.named('message-received')).to.deep.equal([]);
    });

    it('refuses one who is not here, and keeps nothing that could not be handed over', async () => {
      const harness = await createTalk('a');
      expect(await codeOf(harness.call.send('x', { to: 'nobody' }))).to.equal('call/invalid-state');
      harness.engine.unreachable.add('a');
      expect(await codeOf(harness.call.send('x', { to: 'a' }))).to.equal('call/invalid-state');
      expect(await codeOf(harness.call.send('x', { replyTo: ID }))).to.equal('call/invalid-state');
      expect(await codeOf(harness.call.send('x'.repeat(2001)))).to.equal('config/invalid');
      expect(harness.call.state.messages).to.deep.equal([]);
    });

    it('counts what others say until it was read, and tells of it', async () => {
      const harness = await createTalk('a');
      hear(harness, 'a', said());
      hear(harness, 'a', said({ id: 'b'.repeat(32), text: 'Again' }));
      expect(harness.call.state.unread).to.equal(2);
      expect(harness.call.state.messages[0]).to.include({ name: 'Name of a', participantId: 'a', isOwn: false });
      const events = harness.named('message-received') as { message: ChatMessage }[];
      expect(events.map(({ message }) => message.text)).to.deep.equal(['Hello', 'Again']);
      expect(events[0]!.message).to.equal(harness.call.state.messages[0]);
      hear(harness, 'a', { kind: 'chat-deleted', id: ID });
      expect(harness.call.state.unread).to.equal(1);
      harness.call.markRead();
      expect(harness.call.state.unread).to.equal(0);
      hear(harness, 'a', { kind: 'chat-deleted', id: 'b'.repeat(32) });
      expect(harness.call.state.unread).to.equal(0);
    });

    it('takes back what was said, for all', async () => {
      const harness = await createTalk('a');
      await harness.call.send('a mistake');
      const { id } = harness.call.state.messages[0]!;
      await harness.call.deleteMessage(id);
      expect(sentOf(harness, 'chat-deleted')).to.deep.equal([{ data: { kind: 'chat-deleted', id }, to: undefined }]);
      expect(harness.call.state.messages[0]).to.include({ text: '', isDeleted: true });
      hear(harness, 'a', said());
      expect(await codeOf(harness.call.deleteMessage(ID))).to.equal('call/not-allowed');
      expect(await codeOf(harness.call.deleteMessage('f'.repeat(32)))).to.equal('call/invalid-state');
    });

    it('keeps what was said when one leaves and comes back, and does not hear itself of others', async () => {
      const harness = await createTalk('a');
      await harness.call.send('mine');
      hear(harness, 'a', said({ text: 'theirs' }));
      await harness.call.leave();
      expect(harness.call.state.messages).to.have.length(2);
      await harness.call.join();
      await loadLate();
      harness.engine.meet('a');
      expect(harness.engine.localId).to.equal('me-1');
      const sum = `7.${'0'.repeat(32)}`;
      const told = { name: 'Me', text: 'forged', sentAt: 1, replyTo: null };
      const entries = ['me-0', 'me-1'].map((participantId, index) => ({ ...told, participantId, id: String(index).repeat(32) }));
      hear(harness, 'a', { kind: 'chat-sum', sum });
      expect(sentOf(harness, 'chat-ask')).to.have.length(1);
      hear(harness, 'a', { kind: 'chat-part', sum, isLast: true, entries });
      expect(harness.call.state.messages.map(({ text }) => text)).to.deep.equal(['mine', 'theirs']);
      expect(harness.call.state.messages[0]!.isOwn).to.equal(true);
    });

    it('is frozen, and the same until something is said', async () => {
      const harness = await createTalk('a');
      hear(harness, 'a', said());
      const { messages } = harness.call.state;
      expect(Object.isFrozen(messages) && Object.isFrozen(messages[0])).to.equal(true);
      hear(harness, 'a', said({ text: 'again' }));
      hear(harness, 'a', presence());
      expect(harness.call.state.messages).to.equal(messages);
    });
  });

  describe('hands', () => {
    it('go to the others with the presence, and to those who come later', async () => {
      const harness = await createTalk('a');
      await harness.call.raiseHand(true);
      expect(harness.call.state.self).to.include({ hand: true, handRaisedAt: harness.clock.now() });
      expect(sentOf(harness, 'presence')[0]!.data).to.include({ handRaisedAt: harness.clock.now() });
      harness.engine.meet('b');
      expect(sentOf(harness, 'presence').at(-1)).to.deep.include({ to: 'b' });
      expect(sentOf(harness, 'presence').at(-1)!.data).to.include({ handRaisedAt: harness.clock.now() });
      await harness.call.raiseHand(true);
      await harness.call.raiseHand(false);
      expect(harness.call.state.self).to.include({ hand: false, handRaisedAt: null });
      expect(harness.named('hand-changed')).to.deep.equal([
        { participantId: 'me-0', isRaised: true },
        { participantId: 'me-0', isRaised: false },
      ]);
    });

    it('of the others are shown with their bounded time, and told when they change', async () => {
      const harness = await createTalk('a', 'b');
      hear(harness, 'a', presence({ handRaisedAt: 1e12 }));
      expect(person(harness, 'a')).to.include({ hand: true, handRaisedAt: harness.clock.now() });
      hear(harness, 'a', presence({ handRaisedAt: 1e12, camera: true }));
      hear(harness, 'a', presence());
      expect(person(harness, 'a')).to.include({ hand: false, handRaisedAt: null });
      expect(harness.named('hand-changed')).to.deep.equal([
        { participantId: 'a', isRaised: true },
        { participantId: 'a', isRaised: false },
      ]);
      expect(person(harness, 'b').hand).to.equal(false);
    });

    it('are down again after leaving', async () => {
      const harness = await createTalk('a');
      await harness.call.raiseHand(true);
      await harness.call.leave();
      expect(harness.call.state.self.hand).to.equal(false);
    });
  });

  describe('reactions', () => {
    it('go fast, are shown here too, and are at most five a second', async () => {
      const harness = await createTalk('a');
      for (let index = 0; index < 5; index += 1) await harness.call.react(REACTIONS[index]!);
      expect(await codeOf(harness.call.react('👍'))).to.equal('call/not-allowed');
      expect(harness.engine.fast).to.have.length(5);
      expect(harness.named('reaction-received')[0]).to.deep.equal({ participantId: 'me-0', emoji: '👍' });
      harness.clock.pass(1000);
      await harness.call.react('🎉');
      expect(await codeOf(harness.call.react('💣' as '👍'))).to.equal('config/invalid');
    });

    it('of the others are told, floods and inventions are not', async () => {
      const harness = await createTalk('a', 'b');
      for (let index = 0; index < 100; index += 1) hear(harness, 'a', { kind: 'reaction', emoji: '👏' });
      hear(harness, 'b', { kind: 'reaction', emoji: '💣' });
      hear(harness, 'b', { kind: 'reaction', emoji: '🎉' });
      hear(harness, 'stranger', { kind: 'reaction', emoji: '🎉' });
      const told = harness.named('reaction-received') as { participantId: string; emoji: string }[];
      expect(told.filter(({ participantId }) => participantId === 'a')).to.have.length(10);
      expect(told.filter(({ participantId }) => participantId !== 'a')).to.deep.equal([{ participantId: 'b', emoji: '🎉' }]);
    });
  });

  describe('spotlight', () => {
    it('is told to all and to those who come, and may be on oneself', async () => {
      const harness = await createTalk('a');
      await harness.call.setSpotlight('a');
      expect(harness.call.state.spotlightId).to.equal('a');
      expect(sentOf(harness, 'spotlight').map(({ to }) => to)).to.deep.equal([undefined]);
      harness.engine.meet('b');
      expect(sentOf(harness, 'spotlight').at(-1)).to.deep.include({ to: 'b' });
      await harness.call.setSpotlight('me-0');
      expect(harness.call.state.spotlightId).to.equal('me-0');
      await harness.call.setSpotlight(null);
      expect(harness.call.state.spotlightId).to.equal(null);
      expect(await codeOf(harness.call.setSpotlight('nobody'))).to.equal('call/invalid-state');
    });

    it('of another one counts, when it is later', async () => {
      const harness = await createTalk('a', 'b');
      hear(harness, 'b', { kind: 'spotlight', participantId: 'a', turn: 5, at: 10 });
      expect(harness.call.state.spotlightId).to.equal('a');
      hear(harness, 'a', { kind: 'spotlight', participantId: 'b', turn: 4, at: 11 });
      expect(harness.call.state.spotlightId).to.equal('a');
    });

    it('waits for one who is not met yet, and ends when that one leaves', async () => {
      const harness = await createTalk('a');
      hear(harness, 'a', { kind: 'spotlight', participantId: 'b', turn: 1, at: 10 });
      expect(harness.call.state.spotlightId).to.equal(null);
      harness.engine.meet('b');
      expect(harness.call.state.spotlightId).to.equal('b');
      harness.engine.part('b');
      expect(harness.call.state.spotlightId).to.equal(null);
      harness.engine.meet('b');
      expect(harness.call.state.spotlightId).to.equal(null);
    });

    it('is over with the call', async () => {
      const harness = await createTalk('a');
      await harness.call.setSpotlight('me-0');
      await harness.call.leave();
      expect(harness.call.state.spotlightId).to.equal(null);
    });
  });

  it('writes nothing of what is said into the log', async () => {
    const lines: string[] = [];
    const logger = { log: (...line: unknown[]) => void lines.push(JSON.stringify(line)) };
    const harness = await createJoinedCall({ logger: logger as never });
    await loadLate();
    harness.engine.meet('a');
    await harness.call.send('between you and me');
    hear(harness, 'a', said({ text: 'something private' }));
    await settle();
    expect(lines.join('\n')).not.to.match(/between you|something private|Name of/);
  });

  it('lets go of everything when it ends', async () => {
    const harness = await createTalk('a');
    await harness.call.send('x');
    hear(harness, 'a', { kind: 'chat-sum', sum: `7.${'0'.repeat(32)}` });
    const { engine } = harness;
    await harness.call.close();
    await settle();
    expect((engine.emitter as unknown as { size: number }).size).to.equal(0);
  });
});
