import { expect } from '@open-wc/testing';
import { LIMITS } from '../../../src/base/limits.js';
import { Scope } from '../../../src/base/scope.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';
import { FakeRoom, type FakeMember } from '../../support/fake-room.js';

describe('the history of the chat', () => {
  let clock: FakeClock;
  let room: FakeRoom;
  let ana: FakeMember;
  let ben: FakeMember;

  const say = (member: FakeMember, text: string, target = {}): string => {
    clock.pass(1000);
    member.chat.send(text, member.id, target);
    room.deliver();
    return member.log.list.at(-1)!.id;
  };
  const comeIn = (id: string, met: readonly string[] = ['ana', 'ben']): FakeMember => {
    clock.pass(1000);
    const member = room.add(id);
    for (const other of met) room.connect(id, other);
    return member;
  };
  const parts = (): readonly { from: string; data: Record<string, unknown> }[] =>
    room.delivered.filter(({ data }) => data.kind === 'chat-part');

  beforeEach(() => {
    clock = createFakeClock();
    room = new FakeRoom(clock.now, new Scope(clock));
    ana = room.add('ana');
    ben = room.add('ben');
    room.connect('ana', 'ben');
  });

  it('comes to a newcomer in the order it was said, once, from one of those who are there', () => {
    for (const text of ['one', 'two', 'three']) say(text === 'two' ? ben : ana, text);
    const cem = comeIn('cem');
    room.deliver();
    expect(cem.texts()).to.deep.equal(['one', 'two', 'three']);
    expect(cem.log.list.map(({ participantId }) => participantId)).to.deep.equal(['ana', 'ben', 'ana']);
    expect(parts()).to.have.length(1);
  });

  it('is no news to who came after it was said', () => {
    say(ana, 'before');
    const cem = comeIn('cem');
    room.deliver();
    expect(cem.news).to.deep.equal([]);
    say(ana, 'after');
    expect(cem.news.map(({ text }) => text)).to.deep.equal(['after']);
  });

  it('asks nothing where nothing was said', () => {
    comeIn('cem');
    room.deliver();
    expect(room.delivered).to.deep.equal([]);
  });

  it('has nothing of what was private', () => {
    say(ana, 'Between us', { to: 'ben' });
    say(ana, 'For all');
    const cem = comeIn('cem');
    room.deliver();
    expect(cem.texts()).to.deep.equal(['For all']);
    expect(JSON.stringify(room.delivered.filter(({ to }) => to === 'cem'))).not.to.contain('Between us');
  });

  it('has nothing left of what was deleted but its place', () => {
    const id = say(ana, 'a secret');
    ana.chat.delete(id);
    room.deliver();
    const cem = comeIn('cem');
    room.deliver();
    expect(cem.texts()).to.deep.equal(['(gone)']);
    expect(JSON.stringify(room.delivered.filter(({ to }) => to === 'cem'))).not.to.contain('a secret');
  });

  it('comes in parts that each fit into one message, also of the longest texts', () => {
    // Six bytes a character: the most that JSON makes of any.
    for (let index = 0; index < 8; index += 1) say(ana, `${'\u0001'.repeat(1995)} ${String(index)}`);
    for (let index = 0; index < 200; index += 1) say(ana, `a short one ${String(index)}`);
    const cem = comeIn('cem');
    room.deliver();
    expect(cem.texts()).to.deep.equal(ana.texts());
    expect(cem.texts()).to.have.length(208);
    expect(parts().length).to.be.within(9, 30);
    for (const { data } of parts()) {
      const bytes = new TextEncoder().encode(JSON.stringify(data)).length;
      expect(bytes).to.be.at.most(LIMITS.dataMessageBytes);
    }
  });

  it('has one part on its way at a time', () => {
    for (let index = 0; index < 200; index += 1) say(ana, `a message that takes some room ${String(index)}`.padEnd(300, '.'));
    comeIn('cem');
    let onTheWay = 0;
    room.deliver((_from, data) => {
      if (data['kind'] === 'chat-ask') onTheWay += 1;
      if (data['kind'] === 'chat-part') onTheWay -= 1;
      expect(onTheWay).to.be.within(0, 1);
      return data;
    });
    expect(parts().length).to.be.greaterThan(3);
  });

  it('comes from the next when the one who was asked does not answer', () => {
    say(ana, 'hello');
    const cem = comeIn('cem');
    room.deliver((from, data) => (from === 'ana' && data['kind'] === 'chat-part' ? null : data));
    expect(cem.texts()).to.deep.equal([]);
    clock.pass(10_000);
    room.deliver((from, data) => (from === 'ana' && data['kind'] === 'chat-part' ? null : data));
    expect(cem.texts()).to.deep.equal(['hello']);
  });

  it('comes from the next when the one who was asked leaves', () => {
    say(ana, 'hello');
    const cem = comeIn('cem');
    room.deliver((from, data) => {
      if (data['kind'] !== 'chat-ask' || from !== 'cem' || ben.id === '') return data;
      room.part('cem', 'ana');
      return data;
    });
    expect(cem.texts()).to.deep.equal(['hello']);
  });

  it('heals a room that was in two parts: both have all of both, in time', () => {
    say(ana, 'together');
    room.part('ana', 'ben');
    say(ana, 'here');
    say(ben, 'there');
    say(ana, 'here again');
    room.connect('ana', 'ben');
    room.deliver();
    const all = ['together', 'here', 'there', 'here again'];
    expect(ana.texts()).to.deep.equal(all);
    expect(ben.texts()).to.deep.equal(all);
    // What was missed while one was in the room is news.
    expect(ben.news.map(({ text }) => text)).to.deep.equal(['together', 'here', 'here again']);
  });

  it('asks nobody again who knows the same', () => {
    say(ana, 'hello');
    const cem = comeIn('cem');
    room.deliver();
    const before = room.delivered.length;
    room.connect('cem', 'ana');
    room.deliver();
    expect(room.delivered.slice(before).every(({ data }) => data.kind === 'chat-sum')).to.equal(true);
    expect(cem.texts()).to.deep.equal(['hello']);
  });

  it('learns of a deletion that was missed, from who said it', () => {
    const id = say(ana, 'a mistake');
    room.part('ana', 'ben');
    ana.chat.delete(id);
    room.connect('ana', 'ben');
    room.deliver();
    expect(ben.texts()).to.deep.equal(['(gone)']);
  });

  describe('of one who lies', () => {
    const lie = (cem: FakeMember, entries: readonly object[]): void => {
      room.deliver((from, data) => (from === 'ben' && data['kind'] === 'chat-part' ? { ...data, entries } : data));
      expect(cem.id).to.equal('cem');
    };
    const entry = (fields: object): object => ({
      id: 'e'.repeat(32),
      participantId: 'ana',
      name: 'Ana',
      text: 'a lie',
      sentAt: clock.now(),
      replyTo: null,
      ...fields,
    });

    it('nothing is taken in the own name', () => {
      say(ben, 'hello');
      const cem = comeIn('cem', ['ben']);
      lie(cem, [entry({ participantId: 'cem' }), entry({ id: 'f'.repeat(32), text: 'taken, since nobody can tell' })]);
      expect(cem.texts()).to.deep.equal(['taken, since nobody can tell']);
    });

    it('what is known keeps its text, and is not deleted', () => {
      const id = say(ana, 'the truth');
      say(ben, 'something more');
      const cem = comeIn('cem', ['ana']);
      room.deliver();
      expect(cem.texts()).to.deep.equal(['the truth', 'something more']);
      say(ben, 'that cem does not know');
      room.connect('cem', 'ben');
      lie(cem, [entry({ id, text: 'a lie' }), entry({ id, text: '' }), entry({ id, participantId: 'ben', text: 'a lie' })]);
      expect(cem.log.get(id)).to.include({ text: 'the truth', participantId: 'ana', isDeleted: false });
    });

    it('hearsay gives way to the word of the author', () => {
      const id = say(ana, 'the truth');
      const cem = comeIn('cem', ['ben']);
      lie(cem, [entry({ id })]);
      expect(cem.texts()).to.deep.equal(['a lie']);
      ana.chat.send('one more', 'ana', {});
      room.connect('cem', 'ana');
      room.deliver();
      expect(cem.texts()).to.deep.equal(['the truth', 'one more']);
    });

    it('nobody takes the message of another one by its id', () => {
      const id = say(ana, 'the truth');
      const cem = comeIn('cem', ['ana']);
      room.deliver((from, data) => (from === 'ana' && data['kind'] === 'chat-part' ? data : data));
      say(ben, 'that cem does not know');
      room.connect('cem', 'ben');
      lie(cem, [entry({ id, participantId: 'ben', text: 'mine' })]);
      expect(cem.log.get(id)).to.include({ participantId: 'ana', text: 'the truth' });
    });

    it('what one told is not changed by another one who has not said it either', () => {
      const id = say(ana, 'the truth');
      const cem = comeIn('cem', ['ana']);
      room.deliver((from, data) => (from === 'ana' && data['kind'] === 'chat-sum' ? null : data));
      room.connect('cem', 'ben');
      room.deliver();
      expect(cem.texts()).to.deep.equal(['the truth']);
      const dan = room.add('dan');
      room.connect('dan', 'ana');
      room.deliver();
      say(dan, 'that cem does not know');
      room.connect('dan', 'cem');
      const entries = [entry({ id, text: 'a lie' }), entry({ id, participantId: 'dan', text: 'mine' })];
      room.deliver((from, data) => (from === 'dan' && data['kind'] === 'chat-part' ? { ...data, entries } : data));
      expect(room.delivered.filter(({ from, data }) => from === 'dan' && data.kind === 'chat-part')).to.have.length(1);
      expect(cem.log.get(id)).to.include({ participantId: 'ana', text: 'the truth' });
    });

    it('a time that is still to come is now', () => {
      say(ben, 'hello');
      const cem = comeIn('cem', ['ben']);
      lie(cem, [entry({ sentAt: clock.now() + 1e9 })]);
      expect(cem.log.list[0]!.sentAt).to.equal(clock.now());
    });

    it('nothing is taken that was not asked for', () => {
      const sum = `9.${'0'.repeat(32)}`;
      ana.chat.handle('ben', { kind: 'chat-part', sum, isLast: true, entries: [entry({ participantId: 'cem' })] });
      expect(ana.texts()).to.deep.equal([]);
    });

    it('what never ends is asked for 64 times', () => {
      say(ben, 'hello');
      comeIn('cem', ['ben']);
      let count = 0;
      room.deliver((from, data) => {
        if (from !== 'ben' || data['kind'] !== 'chat-part') return data;
        count += 1;
        return { ...data, sum: `9.${'0'.repeat(32)}`, isLast: false, entries: [entry({ id: count.toString(16).padStart(32, '0') })] };
      });
      expect(count).to.equal(64);
    });

    it('questions without end are answered 64 times, and then twice a second', () => {
      say(ana, 'hello');
      const before = room.delivered.length;
      for (let index = 0; index < 500; index += 1) ana.chat.handle('ben', { kind: 'chat-ask', before: null });
      room.deliver();
      expect(room.delivered.length - before).to.equal(64);
      clock.pass(1000);
      for (let index = 0; index < 500; index += 1) ana.chat.handle('ben', { kind: 'chat-ask', before: null });
      room.deliver();
      expect(room.delivered.length - before).to.equal(66);
    });
  });
});
