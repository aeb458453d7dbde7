import { expect } from '@open-wc/testing';
import { Mailroom } from '../../../../src/engine/mesh/mailroom.js';
import type { MeshMessage } from '../../../../src/engine/mesh/mesh-messages.js';
import { deriveRoomKeys } from '../../../../src/security/room-keys.js';
import type { EndpointHandlers, EndpointPhase, SignalingPort } from '../../../../src/signaling/signaling-port.js';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.js';

const BOB = `nx${'b'.repeat(32)}`;
const ALICE = `nx${'a'.repeat(32)}`;
const BYE: MeshMessage = { type: 'bye' };

describe('The mailroom', () => {
  let clock: FakeClock;
  let phase: EndpointPhase;
  let handlers: EndpointHandlers;
  let sent: string[];
  let relayed: string[];
  let mailroom: Mailroom;

  beforeEach(async () => {
    clock = createFakeClock();
    phase = 'open';
    sent = [];
    relayed = [];
    const signaling = {
      open: (address: string, given: EndpointHandlers) => {
        handlers = given;
        return Promise.resolve({
          address,
          get phase() {
            return phase;
          },
          send: (to: string) => phase === 'open' && sent.push(to) > 0,
          reconnectNow: () => undefined,
          reset: () => undefined,
          close: () => undefined,
        });
      },
    } as unknown as SignalingPort;
    const keys = await deriveRoomKeys('room', null);
    const nothing = (): void => undefined;
    mailroom = new Mailroom({
      signaling,
      keys,
      localId: ALICE,
      clock,
      onMessage: nothing,
      onForged: nothing,
      onPhase: nothing,
      onUndeliverable: nothing,
      relay: (to) => relayed.push(to),
    });
  });
  afterEach(() => {
    mailroom.close();
  });

  function change(next: EndpointPhase): void {
    phase = next;
    handlers.onPhase?.(next);
  }

  it('sends at once while the server is there', async () => {
    await mailroom.open();
    await mailroom.send(BOB, BYE);
    expect([sent, relayed]).to.deep.equal([[BOB], []]);
  });

  it('asks others to hand on what it cannot send, and sends it itself when the server is back', async () => {
    await mailroom.open();
    change('offline');
    await mailroom.send(BOB, BYE);
    expect([sent, relayed]).to.deep.equal([[], [BOB]]);
    change('open');
    change('open');
    expect(sent, 'once').to.deep.equal([BOB]);
  });

  it('sends what was written before it was open', async () => {
    await mailroom.send(BOB, BYE);
    await mailroom.open();
    expect(sent).to.deep.equal([BOB]);
  });

  it('forgets what is older than five seconds, and keeps no more than 64', async () => {
    await mailroom.open();
    change('offline');
    await mailroom.send(BOB, BYE);
    clock.pass(5_001);
    for (let letter = 0; letter < 70; letter += 1) await mailroom.send(BOB, BYE);
    change('open');
    expect(sent).to.have.length(64);
  });
});
