import { expect } from '@open-wc/testing';
import { Scope } from '../../../src/base/scope.js';
import { OwnWords, type TabStorage } from '../../../src/room/own-words.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { FakeRoom, type FakeMember } from '../../support/fake-room.js';

class FakeStorage implements TabStorage {
  readonly items = new Map<string, string>();

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const WORD = { id: 'a'.repeat(32), text: 'Hello', replyTo: null };

describe('own words', () => {
  it('are known again by the next page of the tab, without their text being kept', async () => {
    const storage = new FakeStorage();
    await new OwnWords(storage).keep(WORD);
    expect(JSON.stringify([...storage.items])).not.to.match(/Hello/);
    const next = new OwnWords(storage);
    expect(await next.wasSaid(WORD)).to.equal(true);
    for (const forged of [
      { ...WORD, text: 'Hell' },
      { ...WORD, text: '' },
      { ...WORD, id: 'b'.repeat(32) },
      { ...WORD, replyTo: 'b'.repeat(32) },
    ])
      expect(await next.wasSaid(forged), JSON.stringify(forged)).to.equal(false);
  });

  it('keep the last that was said of one, and the latest 500', async () => {
    const storage = new FakeStorage();
    const words = new OwnWords(storage);
    const all = Array.from({ length: 501 }, (_, index) => ({ ...WORD, id: index.toString(16).padStart(32, '0') }));
    await Promise.all(all.map((word) => words.keep(word)));
    await words.keep({ ...all[500]!, text: '' });
    const next = new OwnWords(storage);
    expect(await next.wasSaid(all[0]!)).to.equal(false);
    expect(await next.wasSaid(all[1]!)).to.equal(true);
    expect(await next.wasSaid(all[500]!)).to.equal(false);
    expect(await next.wasSaid({ ...all[500]!, text: '' })).to.equal(true);
  });

  it('are forgotten with the call', async () => {
    const storage = new FakeStorage();
    const words = new OwnWords(storage);
    await words.keep(WORD);
    words.forget();
    expect(storage.items.size).to.equal(0);
    expect(await words.wasSaid(WORD)).to.equal(false);
  });

  it('live with a storage that is missing, full, forbidden or not ours', async () => {
    const broken: TabStorage = {
      getItem: () => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => {
        throw new Error('forbidden');
      },
    };
    for (const storage of [null, broken]) {
      const words = new OwnWords(storage);
      await words.keep(WORD);
      words.forget();
      expect(await words.wasSaid(WORD)).to.equal(false);
    }
    for (const text of ['', '5', '{"salt":5}', `{"salt":"${'a'.repeat(32)}","digests":{"x":"y"}}`, '{"salt":null,"digests":[1]}']) {
      const storage = new FakeStorage();
      storage.setItem('nexrtc.words', text);
      const words = new OwnWords(storage);
      expect(await words.wasSaid(WORD)).to.equal(false);
      await words.keep(WORD);
      expect(await new OwnWords(storage).wasSaid(WORD)).to.equal(true);
    }
  });

  it('of a reloaded page come back from the others, and nothing else does in its name', async () => {
    const clock = createFakeClock();
    const room = new FakeRoom(clock.now, new Scope(clock));
    const storage = new FakeStorage();
    const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
    const say = (member: FakeMember, text: string): string => {
      clock.pass(1000);
      member.chat.send(text, member.id, {});
      return member.log.list.at(-1)!.id;
    };
    const before = room.add('ana', storage);
    const ben = room.add('ben');
    room.connect('ana', 'ben');
    say(before, 'mine');
    const id = say(before, 'taken back');
    before.chat.delete(id);
    room.deliver();
    say(ben, 'theirs');
    room.deliver();
    await settle();
    room.part('ana', 'ben');
    const ana = room.add('ana', storage);
    room.connect('ana', 'ben');
    const forged = { id: 'f'.repeat(32), participantId: 'ana', name: 'ana', text: 'never said', sentAt: 1, replyTo: null };
    room.deliver((_from, data) =>
      data['kind'] === 'chat-part'
        ? { ...data, entries: [forged, ...(data['entries'] as readonly object[]).map((told) => ({ ...told, sentAt: 1e15 }))] }
        : data,
    );
    await settle();
    expect(ana.texts()).to.deep.equal(['mine', '(gone)', 'theirs']);
    expect(ana.log.list[0]).to.include({ isOwn: true, participantId: 'ana', name: 'Name of ana' });
    expect(ana.log.list.every(({ sentAt }) => sentAt <= clock.now())).to.equal(true);
    ana.chat.delete(ana.log.list[0]!.id);
    room.deliver();
    expect(ben.texts()).to.deep.equal(['(gone)', '(gone)', 'theirs']);
  });
});
