import { expect } from '@open-wc/testing';
import { createCall, type Call, type ChatMessage } from '../../src/index.js';
import { until } from '../support/mesh-harness.js';

describe('a conversation over a real PeerServer', () => {
  let server = '';
  let calls: Call[] = [];

  before(async () => {
    server = ((await (await fetch('/__peer-server')).json()) as { url: string }).url;
  });
  afterEach(async () => {
    await Promise.all(calls.map((call) => call.close()));
    calls = [];
  });

  const join = async (room: string, name: string): Promise<Call> => {
    const call = createCall({ room, name, server, muted: true, cameraOff: true });
    calls.push(call);
    await call.join();
    return call;
  };
  const areTogether = (...all: readonly Call[]): boolean =>
    all.every(
      ({ state }) =>
        state.participants.length === all.length - 1 &&
        state.participants.every(({ connection, name }) => connection === 'connected' && name !== ''),
    );
  const meet = async (...all: readonly Call[]): Promise<void> => until(() => areTogether(...all), 'together', 15_000);
  const texts = ({ state }: Call): readonly string[] => state.messages.map(({ text, isDeleted }) => (isDeleted ? '(gone)' : text));
  const last = ({ state }: Call): ChatMessage => state.messages.at(-1)!;
  const has = async (call: Call, ...expected: readonly string[]): Promise<void> => {
    await until(() => texts(call).join('|') === expected.join('|'), `${expected.join('|')} (has ${texts(call).join('|')})`, 10_000);
  };

  it('goes on when two talk and a third comes later', async () => {
    const ana = await join('talk', 'Ana');
    await ana.send('Is anybody here?');
    const ben = await join('talk', 'Ben');
    await meet(ana, ben);
    await has(ben, 'Is anybody here?');
    expect(ben.state.unread).to.equal(0);
    await ben.send('I am', { replyTo: last(ben).id });
    await has(ana, 'Is anybody here?', 'I am');
    expect(last(ana)).to.include({ participantId: ben.state.self.id, name: 'Ben', isOwn: false, replyTo: ana.state.messages[0]!.id });
    expect(ana.state.unread).to.equal(1);
    await ana.send('Only for you', { to: ben.state.self.id });
    await has(ben, 'Is anybody here?', 'I am', 'Only for you');
    await ana.send('A mistake');
    await has(ben, 'Is anybody here?', 'I am', 'Only for you', 'A mistake');
    await ana.deleteMessage(last(ana).id);
    await has(ben, 'Is anybody here?', 'I am', 'Only for you', '(gone)');
    await ana.raiseHand(true);
    await ana.setSpotlight(ben.state.self.id);

    const cem = await join('talk', 'Cem');
    await meet(ana, ben, cem);
    await has(cem, 'Is anybody here?', 'I am', '(gone)');
    expect(cem.state.messages.map(({ name }) => name)).to.deep.equal(['Ana', 'Ben', 'Ana']);
    await until(() => cem.state.participants.find(({ name }) => name === 'Ana')?.hand === true, 'the hand');
    const raisedAt = cem.state.participants.find(({ name }) => name === 'Ana')?.handRaisedAt ?? 0;
    expect(raisedAt).to.equal(ana.state.self.handRaisedAt);
    await until(() => cem.state.spotlightId === ben.state.self.id, 'the spotlight');

    const reactions: string[] = [];
    for (const call of [ana, ben]) call.on('reaction-received', ({ participantId, emoji }) => reactions.push(`${participantId} ${emoji}`));
    await cem.react('🎉');
    await until(() => reactions.length === 2, 'the reaction');
    expect(reactions).to.deep.equal([`${cem.state.self.id} 🎉`, `${cem.state.self.id} 🎉`]);

    await ben.send('For all three');
    await has(cem, 'Is anybody here?', 'I am', '(gone)', 'For all three');
    await ben.deleteMessage(ben.state.messages[1]!.id);
    await has(cem, 'Is anybody here?', '(gone)', '(gone)', 'For all three');
    await ben.leave();
    await until(() => cem.state.spotlightId === null && ana.state.spotlightId === null, 'no spotlight');
    expect(texts(cem)).to.deep.equal(['Is anybody here?', '(gone)', '(gone)', 'For all three']);
  });

  it('gives a newcomer a long history while others go on talking, and everything in order', async () => {
    const ana = await join('long', 'Ana');
    // As many as one may say at once: three parts of history.
    const expected = Array.from({ length: 10 }, (_, index) => `${String(index)} ${'語'.repeat(900)}`);
    for (const text of expected) await ana.send(text);
    const ben = await join('long', 'Ben');
    const meanwhile = ben.send('I am new here');
    await meet(ana, ben);
    await meanwhile;
    await has(ana, ...expected, 'I am new here');
    await has(ben, ...expected, 'I am new here');
  });

  it('heals what was said on both sides before two met', async () => {
    const [ana, ben] = [await join('apart', 'Ana'), createCall({ room: 'apart', name: 'Ben', server, muted: true, cameraOff: true })];
    calls.push(ben);
    await ana.send('said alone');
    await ben.join();
    await meet(ana, ben);
    await ben.send('said together');
    await has(ana, 'said alone', 'said together');
    await has(ben, 'said alone', 'said together');
    await ana.leave();
    await until(() => ben.state.participants.length === 0, 'alone');
    await ben.send('said while away');
    await ana.join();
    await meet(ana, ben);
    await has(ana, 'said alone', 'said together', 'said while away');
    expect(ana.state.messages[0]!.isOwn).to.equal(true);
    await has(ben, 'said alone', 'said together', 'said while away');
  });

  it('takes the place that the system gives to what plays, and gives it back', async () => {
    expect(navigator.mediaSession.metadata).to.equal(null);
    const ana = await join('system', 'Ana');
    await until(() => navigator.mediaSession.metadata?.title === document.title, 'the place');
    await ana.leave();
    expect(navigator.mediaSession.metadata).to.equal(null);
  });

  it('says nothing twice when all talk at once', async () => {
    const all = [await join('busy', 'Ana'), await join('busy', 'Ben'), await join('busy', 'Cem')];
    await meet(...all);
    await Promise.all(all.map((call, index) => Promise.all([1, 2, 3].map((count) => call.send(`${String(index)}.${String(count)}`)))));
    await until(() => all.every(({ state }) => state.messages.length === 9), 'nine each', 10_000);
    for (const call of all) {
      expect(new Set(texts(call)).size).to.equal(9);
      for (const index of [0, 1, 2])
        expect(texts(call).filter((text) => text.startsWith(`${String(index)}.`))).to.deep.equal(
          [1, 2, 3].map((count) => `${String(index)}.${String(count)}`),
        );
    }
  });
});
