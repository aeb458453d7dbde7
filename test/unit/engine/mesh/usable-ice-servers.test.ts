import { expect } from '@open-wc/testing';
import { usableIceServers } from '../../../../src/engine/mesh/usable-ice-servers.js';

describe('usable ICE servers', () => {
  it('keeps what the browser takes, in order, and leaves out what it refuses', () => {
    const stun = { urls: 'stun:127.0.0.1:3478' };
    const turn = { urls: 'turn:127.0.0.1:3478', username: 'user', credential: 'word' };
    const withoutWord = { urls: 'turn:127.0.0.1:3478' };
    expect(usableIceServers([{ urls: 'nonsense' }, stun, withoutWord, turn])).to.deep.equal([stun, turn]);
  });

  it('answers none for none', () => {
    expect(usableIceServers(undefined)).to.deep.equal([]);
  });
});
