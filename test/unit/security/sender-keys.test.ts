import { expect } from '@open-wc/testing';
import type { SealedMessage } from '../../../src/security/sealed-message.js';
import { SenderKeys, type KeyAnnouncement } from '../../../src/security/sender-keys.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';

describe('Sender keys', () => {
  let clock: FakeClock;
  let all: SenderKeys[];
  let alice: SenderKeys;
  let bob: SenderKeys;
  let carol: SenderKeys;

  const keysOf = (localId: string, roomId = 'room'): SenderKeys => {
    const keys = new SenderKeys({ roomId, localId, clock });
    all.push(keys);
    return keys;
  };
  const bodyAt = async (keys: SenderKeys, message: unknown, from = 'alice'): Promise<unknown> => {
    const opened = await keys.open(from, message);
    return opened === null ? 'refused' : opened.body;
  };
  async function introduce(): Promise<void> {
    const announcement = await alice.announcement();
    await Promise.all([bob.learn('alice', announcement), carol.learn('alice', announcement)]);
  }
  /** Lets everything that needs no more time run. */
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

  beforeEach(() => {
    clock = createFakeClock();
    all = [];
    [alice, bob, carol] = [keysOf('alice'), keysOf('bob'), keysOf('carol')];
  });
  afterEach(() => {
    for (const keys of all) keys.close();
    expect(clock.timerCount, 'timers left').to.equal(0);
  });

  it('let everybody who was told open what was sealed once', async () => {
    await introduce();
    const body = { text: 'größer', list: [1, null] };
    const message = await alice.seal(body);
    expect(JSON.stringify(message)).not.to.contain('text');
    expect(await bodyAt(bob, JSON.parse(JSON.stringify(message)))).to.deep.equal(body);
    expect(await bodyAt(carol, message)).to.deep.equal(body);
    for (const value of [null, 0, '', false, []]) expect(await bodyAt(bob, await alice.seal(value))).to.deep.equal(value);
  });

  it('seal what the body was at the call, and count without a gap or a double', async () => {
    const body = { mute: false };
    const sealed = alice.seal(body);
    body.mute = true;
    const messages = [await sealed, ...(await Promise.all(Array.from({ length: 50 }, (_, index) => alice.seal(index))))];
    await introduce();
    expect(await bodyAt(bob, messages[0])).to.deep.equal({ mute: false });
    expect(messages.map(({ n }) => n)).to.deep.equal(Array.from({ length: 51 }, (_, index) => index + 1));
    expect(new Set(messages.map(({ iv }) => iv))).to.have.property('size', 51);
  });

  it('are random: no two members or pages have the same', async () => {
    const announcements = await Promise.all([alice, bob, keysOf('alice')].map((keys) => keys.announcement()));
    expect(new Set(announcements.map(({ key }) => key))).to.have.property('size', 3);
    expect(new Set(announcements.map(({ epoch }) => epoch))).to.have.property('size', 3);
    expect(atob(announcements[0]?.key ?? '')).to.have.length(32);
  });

  it('never open a message twice, also late and out of order', async () => {
    await introduce();
    const messages = await Promise.all(Array.from({ length: 10 }, (_, index) => alice.seal(index)));
    expect(await bodyAt(bob, messages[9])).to.equal(9);
    expect(await bodyAt(bob, messages[2])).to.equal(2);
    const again = await Promise.all([2, 9, 5, 5].map((index) => bodyAt(bob, messages[index])));
    expect(again).to.deep.equal(['refused', 'refused', 5, 'refused']);
  });

  it('open nothing sealed after a rotation for one who left, and everything for who stayed', async () => {
    await introduce();
    const before = await alice.seal('before');
    const fresh = await alice.rotate();
    await bob.learn('alice', fresh);
    const after = await alice.seal('after');
    expect([await bodyAt(bob, before), await bodyAt(bob, after)]).to.deep.equal(['before', 'after']);
    const atCarol = bodyAt(carol, after);
    await settle();
    clock.pass(10_000);
    expect(await atCarol).to.equal('refused');
    // Nor under the name of the old epoch.
    expect(await bodyAt(carol, { ...after, epoch: before.epoch, n: 99 })).to.equal('refused');
  });

  it('rotate in the order of the calls: what is sealed before is of the old epoch', async () => {
    const [first, fresh, second, told] = await Promise.all([alice.seal(1), alice.rotate(), alice.seal(2), alice.announcement()]);
    expect(first.epoch).not.to.equal(fresh.epoch);
    expect(second).to.include({ epoch: fresh.epoch, n: 1 });
    expect(told).to.deep.equal(fresh);
  });

  it('are kept for 10 s after a newer one is learnt, then forgotten', async () => {
    await introduce();
    const old = [await alice.seal('soon'), await alice.seal('late')];
    await bob.learn('alice', await alice.rotate());
    clock.pass(9_999);
    expect(await bodyAt(bob, old[0])).to.equal('soon');
    clock.pass(1);
    expect(await bodyAt(bob, old[1])).to.equal('refused');
    expect(await bodyAt(bob, await alice.seal('new'))).to.equal('new');
  });

  it('hold what comes before its key, and settle in the order of the calls', async () => {
    const messages = await Promise.all(['one', 'two', 'three'].map((text) => alice.seal(text)));
    const settled: unknown[] = [];
    for (const message of messages) void bodyAt(bob, message).then((body) => settled.push(body));
    void bodyAt(bob, 'no message').then((body) => settled.push(body));
    await settle();
    expect(settled).to.deep.equal([]);
    await introduce();
    await settle();
    expect(settled).to.deep.equal(['one', 'two', 'three', 'refused']);
  });

  it('hold no more than 32 of a sender for no longer than 10 s, and nothing of others', async () => {
    const messages = await Promise.all(Array.from({ length: 40 }, (_, index) => alice.seal(index)));
    const settled: unknown[] = [];
    for (const message of messages) void bodyAt(bob, message).then((body) => settled.push(body));
    await settle();
    expect(settled).to.deep.equal(Array.from({ length: 8 }, () => 'refused'));
    await bob.learn('carol', await carol.announcement());
    expect(await bodyAt(bob, await carol.seal('unhindered'), 'carol')).to.equal('unhindered');
    clock.pass(10_000);
    await settle();
    expect(settled).to.have.length(40);
    await introduce();
    expect(await bodyAt(bob, await alice.seal('again'))).to.equal('again');
  });

  it('do not wait for a key that is over', async () => {
    const message = await alice.seal('of the first epoch');
    await bob.learn('alice', await alice.rotate());
    expect(await bodyAt(bob, message)).to.equal('refused');
  });

  it('go on with a page that was reloaded, and take nothing more of the one before', async () => {
    await introduce();
    const late = await alice.seal('late');
    const old = await alice.announcement();
    const reloaded = keysOf('alice');
    expect(await bob.learn('alice', await reloaded.announcement())).to.equal(true);
    expect(await bodyAt(bob, await reloaded.seal('back'))).to.equal('back');
    expect(await bob.learn('alice', old)).to.equal(false);
    expect(await bodyAt(bob, late)).to.equal('late');
    clock.pass(10_000);
    expect(await bodyAt(bob, await alice.seal('ghost'))).to.equal('refused');
  });

  it('are not put back by an older announcement, nor changed by another key of the same epoch', async () => {
    const first = await alice.announcement();
    const second = await alice.rotate();
    expect(await bob.learn('alice', second)).to.equal(true);
    expect(await bob.learn('alice', first)).to.equal(false);
    expect(await bob.learn('alice', second)).to.equal(false);
    const { key } = await carol.announcement();
    expect(await bob.learn('alice', { ...second, key })).to.equal(false);
    expect(await bodyAt(bob, await alice.seal('still'))).to.equal('still');
  });

  it('of one who is gone are forgotten', async () => {
    await introduce();
    const message = await alice.seal('gone');
    const held = bob.open('dave', await keysOf('dave').seal('held'));
    bob.forget('alice');
    bob.forget('dave');
    expect(await held).to.equal(null);
    const opened = bodyAt(bob, message);
    await settle();
    clock.pass(10_000);
    expect(await opened).to.equal('refused');
  });

  it('stay in bounds however many senders and epochs there are', async () => {
    for (let member = 0; member < 80; member += 1) await bob.learn(`member ${String(member)}`, await carol.announcement());
    await introduce();
    for (let epoch = 0; epoch < 20; epoch += 1) await bob.learn('alice', await alice.rotate());
    expect(await bodyAt(bob, await alice.seal('here'))).to.equal('here');
  });

  it('are of no use once closed', async () => {
    await introduce();
    const message = await alice.seal(1);
    const held = bob.open('carol', await carol.seal('held'));
    bob.close();
    bob.close();
    expect(await held).to.equal(null);
    expect(await bob.open('alice', message)).to.equal(null);
    expect(await bob.learn('alice', await alice.rotate())).to.equal(false);
    for (const call of [bob.seal(1), bob.rotate(), bob.announcement()]) {
      const error = await call.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).to.have.property('code', 'call/invalid-state');
    }
  });

  it('refuse to seal what could not be opened, and go on', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const deep = JSON.parse('['.repeat(9) + ']'.repeat(9)) as unknown;
    const bad = [circle, undefined, deep, JSON.parse('{"__proto__":1}'), 'x'.repeat(16 * 1024), 'ü'.repeat(9 * 1024)];
    const errors = await Promise.all(
      bad.map((body) =>
        alice.seal(body).then(
          () => null,
          (reason: unknown) => (reason as { code: string }).code,
        ),
      ),
    );
    expect(errors).to.deep.equal(bad.map(() => 'config/invalid'));
    await introduce();
    expect(await bodyAt(bob, await alice.seal('x'.repeat(16 * 1024 - 2)))).to.have.length(16 * 1024 - 2);
  });

  describe('refuse', () => {
    const flip = (base64: string): string => (base64.startsWith('A') ? 'B' : 'A') + base64.slice(1);
    const changes: Record<string, (message: SealedMessage) => unknown> = {
      'another number': (message) => ({ ...message, n: message.n + 1 }),
      'a number that is none': (message) => ({ ...message, n: '1' }),
      'a number of zero': (message) => ({ ...message, n: 0 }),
      'a number beyond counting': (message) => ({ ...message, n: 2 ** 70 }),
      'another iv': (message) => ({ ...message, iv: flip(message.iv) }),
      'a short iv': (message) => ({ ...message, iv: 'AAAA' }),
      'another box': (message) => ({ ...message, box: flip(message.box) }),
      'a cut box': (message) => ({ ...message, box: message.box.slice(0, 8) }),
      'an empty box': (message) => ({ ...message, box: '' }),
      'a box that is not base64': (message) => ({ ...message, box: '!!!!' }),
      'a box that is too large': (message) => ({ ...message, box: 'A'.repeat(64 * 1024) }),
      'an epoch that is none': (message) => ({ ...message, epoch: '__proto__' }),
      'no iv': ({ iv: _iv, ...message }) => message,
      'a list': ({ epoch, n, iv, box }) => [epoch, n, iv, box],
      nothing: () => null,
    };
    for (const [what, change] of Object.entries(changes)) {
      it(what, async () => {
        await introduce();
        const message = await alice.seal('true');
        expect(await bodyAt(bob, change(message))).to.equal('refused');
        expect(await bodyAt(bob, message), 'the true one is still taken').to.equal('true');
      });
    }

    it('a message under the name of another, though both keys are known', async () => {
      await introduce();
      await bob.learn('carol', await alice.announcement());
      expect(await bodyAt(bob, await alice.seal('mine'), 'carol')).to.equal('refused');
    });

    it('what a member that knows the key seals in another room, or throws back', async () => {
      await introduce();
      const other = keysOf('bob', 'other room');
      await other.learn('alice', await alice.announcement());
      const message = await alice.seal('here');
      expect(await bodyAt(other, message)).to.equal('refused');
      expect(await bodyAt(alice, message)).to.equal('refused');
    });

    it('a body that reaches a prototype, sealed by one who holds the key', async () => {
      await introduce();
      const { epoch, key } = await alice.announcement();
      const raw = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
      const cryptoKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
      const iv = new Uint8Array(12);
      const additionalData = new TextEncoder().encode(JSON.stringify(['nexrtc/sender-keys/v1', 'room', 'alice', epoch, 7]));
      for (const [text, expected] of [
        ['{"__proto__":{"isAdmin":true}}', 'refused'],
        ['{', 'refused'],
        ['"fine"', 'fine'],
      ] as const) {
        const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, cryptoKey, new TextEncoder().encode(text));
        const forged = { epoch, n: 7, iv: btoa(String.fromCharCode(...iv)), box: btoa(String.fromCharCode(...new Uint8Array(box))) };
        const fresh = keysOf('bob');
        await fresh.learn('alice', { epoch, key });
        expect(await bodyAt(fresh, forged), text).to.equal(expected);
      }
    });

    const announcements: Record<string, (announcement: KeyAnnouncement) => unknown> = {
      nothing: () => null,
      'no key': ({ epoch }) => ({ epoch }),
      'a short key': ({ epoch }) => ({ epoch, key: 'AAAA' }),
      'a key that is not base64': ({ epoch }) => ({ epoch, key: '!'.repeat(44) }),
      'an epoch that is none': ({ key }) => ({ epoch: '1', key }),
    };
    for (const [what, change] of Object.entries(announcements)) {
      it(`an announcement of ${what}`, async () => {
        expect(await bob.learn('alice', change(await alice.announcement()))).to.equal(false);
      });
    }
  });
});
