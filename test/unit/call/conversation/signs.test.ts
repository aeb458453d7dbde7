import { expect } from '@open-wc/testing';
import { REACTIONS } from '../../../../src/call/call-words.js';
import { codeOf } from '../../../support/call-harness.js';
import { createTalk, hear, person, presence, sentOf } from '../../../support/talk.js';

describe('what is said without words', () => {
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
      hear(harness, 'b', { kind: 'spotlight', participantId: 'a', round: 5, at: 10 });
      expect(harness.call.state.spotlightId).to.equal('a');
      hear(harness, 'a', { kind: 'spotlight', participantId: 'b', round: 4, at: 11 });
      expect(harness.call.state.spotlightId).to.equal('a');
    });

    it('waits for one who is not met yet, and ends when that one leaves', async () => {
      const harness = await createTalk('a');
      hear(harness, 'a', { kind: 'spotlight', participantId: 'b', round: 1, at: 10 });
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
});
