import { expect } from '@open-wc/testing';
import type { NexError } from '../../../src/base/nex-error.js';
import { Scope } from '../../../src/base/scope.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';
import { FakeRoom, type FakeMember } from '../../support/fake-room.js';

function codeOfThrown(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as NexError).code;
  }
  return 'nothing';
}

describe('the chat of a room', () => {
  let clock: FakeClock;
  let room: FakeRoom;
  let ana: FakeMember;
  let ben: FakeMember;

  const say = (member: FakeMember, text: string, target = {}): string => {
    member.chat.send(text, member.id, target);
    return member.log.list.at(-1)!.id;
  };
  const forged = (from: string, to: FakeMember, data: object): void => {
    to.chat.handle(from, data);
  };
  const said = (fields: object): object => ({
    kind: 'chat',
    id: 'a'.repeat(32),
    name: 'X',
    text: 'x',
    sentAt: clock.now(),
    to: null,
    replyTo: null,
    ...fields,
  });

  beforeEach(() => {
    clock = createFakeClock(1e12);
    room = new FakeRoom(clock.now, new Scope(clock));
    ana = room.add('ana');
    ben = room.add('ben');
    room.connect('ana', 'ben');
    room.deliver();
  });

  it('shows what one says at once, and to the others when it comes', () => {
    say(ana, 'Hello\n  there');
    expect(ana.texts()).to.deep.equal(['Hello\n  there']);
    expect(ana.log.list[0]).to.include({ isOwn: true, participantId: 'ana', to: null });
    expect(ben.texts()).to.deep.equal([]);
    room.deliver();
    expect(ben.log.list[0]).to.include({ text: 'Hello\n  there', isOwn: false, participantId: 'ana', name: 'Name of ana' });
    expect(ben.news.map(({ text }) => text)).to.deep.equal(['Hello\n  there']);
    expect(ana.news).to.deep.equal([]);
  });

  it('says to one what is for one, and to nobody else', () => {
    const cem = room.add('cem');
    for (const other of ['ana', 'ben']) room.connect('cem', other);
    room.deliver();
    const id = say(ana, 'Between us', { to: 'ben' });
    room.deliver();
    expect(ben.log.get(id)).to.include({ text: 'Between us', to: 'ben' });
    expect(cem.texts()).to.deep.equal([]);
    expect(room.delivered.filter(({ to }) => to === 'cem').map(({ data }) => JSON.stringify(data))).to.deep.equal([]);
    ana.chat.delete(id);
    room.deliver();
    expect(ben.texts()).to.deep.equal(['(gone)']);
    expect(room.delivered.filter(({ to }) => to === 'cem')).to.deep.equal([]);
  });

  it('takes nothing that is for another one', () => {
    forged('ana', ben, said({ to: 'cem' }));
    expect(ben.texts()).to.deep.equal([]);
  });

  it('knows what an answer answers', () => {
    const id = say(ana, 'A question');
    room.deliver();
    const answer = say(ben, 'An answer', { replyTo: id });
    room.deliver();
    expect(ana.log.get(answer)).to.have.property('replyTo', id);
    expect(codeOfThrown(() => say(ben, 'To what?', { replyTo: 'f'.repeat(32) }))).to.equal('call/invalid-state');
  });

  it('refuses what cannot be said', () => {
    expect(codeOfThrown(() => say(ana, ''))).to.equal('config/invalid');
    expect(codeOfThrown(() => say(ana, ' \n '))).to.equal('config/invalid');
    expect(codeOfThrown(() => say(ana, 'x'.repeat(2001)))).to.equal('config/invalid');
    expect(codeOfThrown(() => say(ana, 5 as unknown as string))).to.equal('config/invalid');
    expect(codeOfThrown(() => say(ana, 'x', { to: 'nobody' }))).to.equal('call/invalid-state');
    expect(codeOfThrown(() => say(ana, 'x', { to: 'ana' }))).to.equal('call/invalid-state');
    expect(ana.texts()).to.deep.equal([]);
    say(ana, 'x'.repeat(2000));
    room.deliver();
    expect(ben.log.list[0]!.text).to.have.length(2000);
  });

  it('lets one say ten at once and then two a second', () => {
    for (let index = 0; index < 10; index += 1) say(ana, String(index));
    expect(codeOfThrown(() => say(ana, 'more'))).to.equal('call/not-allowed');
    clock.pass(500);
    say(ana, 'later');
    expect(codeOfThrown(() => say(ana, 'more'))).to.equal('call/not-allowed');
  });

  it('takes no flood of one, and loses nothing of another for it', () => {
    for (let index = 0; index < 1000; index += 1) forged('ana', ben, said({ id: index.toString(16).padStart(32, '0') }));
    expect(ben.log.list).to.have.length(256);
    forged('cem', ben, said({ id: 'c'.repeat(32), text: 'calm' }));
    expect(ben.texts().at(-1)).to.equal('calm');
    clock.pass(1000);
    forged('ana', ben, said({ id: 'd'.repeat(32), text: 'calm again' }));
    expect(ben.texts().at(-1)).to.equal('calm again');
  });

  it('keeps the latest 500', () => {
    for (let index = 0; index < 600; index += 1) {
      clock.pass(1000);
      forged('ana', ben, said({ id: index.toString(16).padStart(32, '0'), text: String(index) }));
    }
    expect(ben.log.list).to.have.length(500);
    expect(ben.texts().at(0)).to.equal('100');
    expect(ben.texts().at(-1)).to.equal('599');
  });

  it('takes each message once', () => {
    const id = say(ana, 'once');
    room.deliver();
    forged('ana', ben, said({ id, text: 'twice' }));
    forged('cem', ben, said({ id, text: 'mine' }));
    expect(ben.log.list).to.have.length(1);
    expect(ben.log.get(id)).to.include({ text: 'once', participantId: 'ana' });
  });

  it('keeps the order in which it came, whatever the clocks of the senders say', () => {
    const hour = 3_600_000;
    forged('ana', ben, said({ id: '1'.repeat(32), text: 'a fast clock', sentAt: clock.now() + hour }));
    expect(ben.log.list[0]!.sentAt).to.equal(clock.now());
    clock.pass(1000);
    forged('cem', ben, said({ id: '2'.repeat(32), text: 'a slow clock', sentAt: clock.now() - hour }));
    expect(ben.log.list[1]!.sentAt).to.equal(clock.now());
    clock.pass(1000);
    forged('ana', ben, said({ id: '3'.repeat(32), text: 'a little slow', sentAt: clock.now() - 5000 }));
    expect(ben.texts()).to.deep.equal(['a fast clock', 'a slow clock', 'a little slow']);
    const times = ben.log.list.map(({ sentAt }) => sentAt);
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
  });

  describe('deleting', () => {
    it('takes the text away from everybody, and leaves the place', () => {
      const id = say(ana, 'a mistake');
      say(ana, 'another one');
      room.deliver();
      ana.chat.delete(id);
      room.deliver();
      for (const member of [ana, ben]) {
        expect(member.texts()).to.deep.equal(['(gone)', 'another one']);
        expect(member.log.get(id)).to.include({ text: '', isDeleted: true });
      }
    });

    it('is for who said it only: the others do not obey', () => {
      const cem = room.add('cem');
      for (const other of ['ana', 'ben']) room.connect('cem', other);
      const id = say(ana, 'mine');
      room.deliver();
      expect(codeOfThrown(() => ben.chat.delete(id))).to.equal('call/not-allowed');
      forged('ben', cem, { kind: 'chat-deleted', id });
      forged('ben', ana, { kind: 'chat-deleted', id });
      expect(cem.texts()).to.deep.equal(['mine']);
      expect(ana.texts()).to.deep.equal(['mine']);
    });

    it('holds for a message that comes after it', () => {
      const id = 'b'.repeat(32);
      forged('cem', ben, { kind: 'chat-deleted', id });
      forged('ana', ben, { kind: 'chat-deleted', id });
      forged('ana', ben, said({ id, text: 'too late' }));
      expect(ben.texts()).to.deep.equal(['(gone)']);
      expect(ben.news).to.deep.equal([]);
    });

    it('refuses what is not known, and does what is done already', () => {
      expect(codeOfThrown(() => ana.chat.delete('e'.repeat(32)))).to.equal('call/invalid-state');
      const id = say(ana, 'x');
      ana.chat.delete(id);
      ana.chat.delete(id);
      expect(ana.texts()).to.deep.equal(['(gone)']);
    });
  });
});
