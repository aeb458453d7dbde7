import { expect, waitUntil } from '@open-wc/testing';
import type { ChatMessage } from '../../../../src/call/call.js';
import { codeOf, createCallHarness, createJoinedCall, loadLate, settle } from '../../../support/call-harness.js';
import { createTalk, hear, ID, person, presence, said, sentOf } from '../../../support/talk.js';

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
    for (const id of ['a', 'b']) harness.engine.meet(id);
    for (let index = 0; index < 400; index += 1)
      hear(harness, index % 2 === 0 ? 'a' : 'b', said({ id: index.toString(16).padStart(32, '0') }));
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

  it('is known again by a page that was reloaded', async () => {
    const items = new Map<string, string>();
    const tabStorage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
    const before = await createJoinedCall({ tabStorage });
    await loadLate();
    await waitUntil(() => before.restoreStore.marks.size > 0);
    await before.call.send('mine');
    await waitUntil(() => items.size > 0);
    const { id } = before.call.state.messages[0]!;
    before.restoreStore.reload();
    const after = await createJoinedCall({ tabStorage, restoreStore: before.restoreStore });
    await loadLate();
    expect(after.engine.localId).to.equal('me-0');
    after.engine.meet('a');
    const sum = `2.${'0'.repeat(32)}`;
    const told = { id, participantId: 'me-0', name: 'Somebody', text: 'mine', sentAt: 1, replyTo: null };
    hear(after, 'a', { kind: 'chat-sum', sum });
    hear(after, 'a', { kind: 'chat-part', sum, isLast: true, entries: [told, { ...told, id: 'f'.repeat(32), text: 'forged' }] });
    await waitUntil(() => after.call.state.messages.length > 0);
    await settle();
    expect(after.call.state.messages.map(({ text, name, isOwn }) => ({ text, name, isOwn }))).to.deep.equal([
      { text: 'mine', name: 'Me', isOwn: true },
    ]);
    await after.call.leave();
    expect(items.size).to.equal(0);
  });

  it('writes nothing of what is said into the log', async () => {
    const lines: string[] = [];
    const logger = { log: (...line: unknown[]) => void lines.push(JSON.stringify(line)) };
    const harness = await createJoinedCall({ logger: logger });
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
    expect(engine.emitter.size).to.equal(0);
  });
});
