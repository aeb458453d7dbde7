import { expect } from '@open-wc/testing';
import type { Peer } from 'peerjs';
import { openPeerLine } from '../../../src/signaling/peer-line.js';
import type { SignalingLine } from '../../../src/signaling/signaling-line.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';

type Listener = (event: unknown) => void;

class FakeEmitter {
  readonly map = new Map<string, Listener[]>();

  on(type: string, listener: Listener): void {
    this.map.set(type, [...this.listeners(type), listener]);
  }

  listeners(type: string): Listener[] {
    return this.map.get(type) ?? [];
  }

  removeAllListeners(type: string): void {
    this.map.delete(type);
  }

  emit(type: string, event: unknown): void {
    for (const listener of this.listeners(type)) listener(event);
  }
}

class FakeSocket extends FakeEmitter {
  readonly sent: { type: string; dst: string; payload: Record<string, unknown> }[] = [];

  send(message: (typeof this.sent)[number]): void {
    this.sent.push(message);
  }
}

/** PeerJS's `Peer` as far as the line sees it; what PeerJS itself is given of the socket is recorded. */
class FakePeer extends FakeEmitter {
  readonly socket = new FakeSocket();
  readonly seenByPeerJs: unknown[] = [];
  isDestroyed = false;

  constructor() {
    super();
    this.socket.on('message', (message) => this.seenByPeerJs.push(message));
  }

  destroy(): void {
    this.isDestroyed = true;
    this.emit('disconnected', 'me');
  }

  fail(type: string, text = ''): void {
    this.emit('error', Object.assign(new Error(text), { type }));
  }
}

describe('A PeerJS line', () => {
  let clock: FakeClock;
  let peer: FakePeer;
  let told: unknown[][];
  let line: SignalingLine;

  const openLine = (createPeer: () => unknown = () => peer): SignalingLine =>
    openPeerLine(
      { address: 'me', clock, peerOptions: {}, openTimeoutMs: 3000, createPeer: createPeer as () => Peer },
      {
        handleOpen: () => told.push(['open']),
        handleMessage: (message) => told.push(['message', message]),
        handleUndeliverable: (to) => told.push(['undeliverable', to]),
        handleEnd: (reason) => told.push(['end', reason === 'taken' ? reason : reason.code]),
      },
    );
  const fromServer = (message: object): void => {
    peer.socket.emit('message', message);
  };

  beforeEach(() => {
    clock = createFakeClock();
    peer = new FakePeer();
    told = [];
    line = openLine();
  });
  afterEach(() => {
    line.close();
    expect(clock.timerCount, 'timers left').to.equal(0);
    expect(peer.isDestroyed).to.equal(true);
  });

  it('is open when the server says so, once', () => {
    fromServer({ type: 'OPEN' });
    fromServer({ type: 'OPEN' });
    expect(told).to.deep.equal([['open']]);
  });

  it('is open when its own echo returns, for a server that says nothing', () => {
    clock.pass(300);
    const [echo] = peer.socket.sent;
    expect(echo).to.deep.include({ type: 'OFFER', dst: 'me' });
    fromServer({ ...echo, src: 'me' });
    expect(told).to.deep.equal([['open']]);
  });

  it('is open before the first message is told', () => {
    fromServer({ type: 'OFFER', src: 'you', dst: 'me', payload: { type: 'nexrtc', content: 1 } });
    expect(told).to.deep.equal([['open'], ['message', { from: 'you', to: 'me', content: 1 }]]);
  });

  it('ends as unreachable after as much silence as it is given', () => {
    clock.pass(2999);
    expect(told).to.deep.equal([]);
    clock.pass(1);
    expect(told).to.deep.equal([['end', 'signaling/unreachable']]);
  });

  for (const [type, text, reason] of [
    ['unavailable-id', 'ID "me" is taken', 'taken'],
    ['invalid-key', 'API KEY "x" is invalid', 'signaling/unauthorized'],
    ['server-error', 'Invalid key provided', 'signaling/unauthorized'],
    ['server-error', 'Invalid token provided', 'signaling/unauthorized'],
    ['server-error', 'Server has reached its concurrent user limit', 'signaling/unreachable'],
    ['network', 'Lost connection to server.', 'signaling/unreachable'],
    ['socket-closed', '', 'signaling/unreachable'],
    ['browser-incompatible', '', 'environment/webrtc-missing'],
    ['invalid-id', '', 'config/invalid'],
  ] as const) {
    it(`ends with ${reason} on ${type}${text && `: ${text}`}`, () => {
      peer.fail(type, text);
      peer.fail('network');
      expect(told).to.deep.equal([['end', reason]]);
    });
  }

  it('ends after the call when the browser refuses the socket', () => {
    const refused = openLine(() => {
      throw new DOMException('mixed content', 'SecurityError');
    });
    expect(told).to.deep.equal([]);
    clock.pass(0);
    expect(told).to.deep.equal([['end', 'signaling/unreachable']]);
    refused.close();
  });

  it('finds out within 20 s that the server went silent', () => {
    fromServer({ type: 'OPEN' });
    clock.pass(14_000);
    const echo = peer.socket.sent.at(-1);
    fromServer({ ...echo, src: 'me' });
    clock.pass(13_000);
    expect(told).to.deep.equal([['open']]);
    clock.pass(6_000);
    expect(told).to.deep.equal([['open'], ['end', 'signaling/unreachable']]);
  });

  it('is not kept alive by an echo that somebody else sends', () => {
    fromServer({ type: 'OPEN' });
    line.check();
    fromServer({ ...peer.socket.sent.at(-1), src: 'you' });
    clock.pass(5000);
    expect(told.at(-1)).to.deep.equal(['end', 'signaling/unreachable']);
  });

  it('tells which receiver was not there', () => {
    fromServer({ type: 'OPEN' });
    fromServer({ type: 'EXPIRE', src: 'gone' });
    fromServer({ type: 'LEAVE', src: 'dead' });
    expect(told.slice(1)).to.deep.equal([
      ['undeliverable', 'gone'],
      ['undeliverable', 'dead'],
    ]);
  });

  it('lets PeerJS see what the server says and nothing of what peers send', () => {
    fromServer({ type: 'OPEN' });
    fromServer({ type: 'OFFER', src: 'you', payload: { type: 'data', connectionId: 'dc_1' } });
    fromServer({ type: 'CANDIDATE', src: 'you', payload: { connectionId: 'dc_1' } });
    fromServer({ type: 'OFFER', src: 'you' });
    fromServer({ type: 'OFFER', src: 'you', payload: { type: 'nexrtc', content: 1 } });
    expect(peer.seenByPeerJs).to.deep.equal([{ type: 'OPEN' }]);
    expect(told).to.have.length(2);
  });

  it('says nothing after it was closed', () => {
    fromServer({ type: 'OPEN' });
    line.close();
    fromServer({ type: 'OFFER', src: 'you', payload: { type: 'nexrtc', content: 1 } });
    peer.fail('network');
    clock.pass(60_000);
    expect(told).to.deep.equal([['open']]);
  });
});
