import { expect } from '@open-wc/testing';
import { NexError } from '../../../src/base/nex-error.js';
import { deriveRoomKeys } from '../../../src/security/room-keys.js';

/** The characters PeerJS takes in an id. */
const PEERJS_ID = /^[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*$/;

async function canOpen(sealer: CryptoKey, opener: CryptoKey): Promise<boolean> {
  const iv = new Uint8Array(12);
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealer, new Uint8Array([1, 2, 3]));
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, opener, box).then(
    () => true,
    () => false,
  );
}

describe('Room keys', () => {
  it('are the same for the same name and secret', async () => {
    const [one, two] = await Promise.all([deriveRoomKeys('standup', 's3cret'), deriveRoomKeys('standup', 's3cret')]);
    expect(one.roomId).to.equal(two.roomId);
    expect(one.slotAddresses).to.deep.equal(two.slotAddresses);
    expect(await canOpen(one.sealKey, two.sealKey)).to.equal(true);
  });

  it('never change from one version to the next by accident', async () => {
    expect((await deriveRoomKeys('standup', 's3cret')).roomId).to.equal('nxfd25e8356281bf27d4a1769d3148d088');
    expect((await deriveRoomKeys('standup', null)).roomId).to.equal('nx92fd71095c0fc693bdf43dbf34754510');
  });

  it('make addresses PeerJS takes, all different, none showing the name', async () => {
    const { roomId, slotAddresses } = await deriveRoomKeys('standup', null);
    expect(roomId).to.match(/^nx[0-9a-f]{32}$/);
    expect(slotAddresses).to.deep.equal([`${roomId}-0`, `${roomId}-1`, `${roomId}-2`]);
    for (const address of slotAddresses) expect(address).to.match(PEERJS_ID);
    expect(roomId).not.to.contain('standup');
  });

  for (const [one, two] of [
    [
      ['a', 'b'],
      ['ab', ''],
    ],
    [
      ['a', 'b'],
      ['', 'ab'],
    ],
    [
      ['room', 'x'],
      ['room', 'y'],
    ],
    [
      ['room', 'x'],
      ['Room', 'x'],
    ],
    [
      ['room', 'x'],
      ['room', null],
    ],
    [
      ['a\u0000', 'b'],
      ['a', '\u0000b'],
    ],
  ] as const) {
    it(`differ for ${JSON.stringify(one)} and ${JSON.stringify(two)}`, async () => {
      const [first, second] = await Promise.all([deriveRoomKeys(one[0], one[1]), deriveRoomKeys(two[0], two[1])]);
      expect(first.roomId).not.to.equal(second.roomId);
      expect(await canOpen(first.sealKey, second.sealKey)).to.equal(false);
    });
  }

  it('are the same for the same words in another Unicode form', async () => {
    const composed = await deriveRoomKeys('Caf\u00e9', '\u00fcber');
    const decomposed = await deriveRoomKeys('Cafe\u0301', 'u\u0308ber');
    expect(composed.roomId).to.equal(decomposed.roomId);
    expect(await canOpen(composed.sealKey, decomposed.sealKey)).to.equal(true);
  });

  it('take an empty secret for none', async () => {
    expect((await deriveRoomKeys('a', '')).roomId).to.equal((await deriveRoomKeys('a', null)).roomId);
  });

  it('give a 256-bit AES-GCM key that cannot be taken out', async () => {
    const { sealKey } = await deriveRoomKeys('a', 'b');
    expect(sealKey.algorithm).to.deep.equal({ name: 'AES-GCM', length: 256 });
    expect(sealKey.extractable).to.equal(false);
  });

  it('say that the context is insecure where there is no crypto.subtle', async () => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      const error = await deriveRoomKeys('a', 'b').then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(NexError);
      expect(error).to.include({ code: 'environment/insecure-context', fatal: true });
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
  });
});
