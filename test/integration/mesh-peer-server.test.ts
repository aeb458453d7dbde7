import { expect } from '@open-wc/testing';
import { systemClock } from '../../src/base/clock.js';
import { silentLogger } from '../../src/base/logger.js';
import { createPeerJsSignaling } from '../../src/signaling/peerjs-adapter.js';
import type { SignalingPort } from '../../src/signaling/signaling-port.js';
import { createMember, framesDecoded, isFullMesh, testCamera, until, type TestMember } from '../support/mesh-harness.js';

describe('mesh over a real PeerServer', () => {
  let url = '';
  let members: TestMember[] = [];
  const port = (): SignalingPort => createPeerJsSignaling({ servers: [url], clock: systemClock, logger: silentLogger });
  const create = (room: string): TestMember => {
    const member = createMember(port(), { room });
    members.push(member);
    return member;
  };

  before(async () => {
    url = ((await (await fetch('/__peer-server')).json()) as { url: string }).url;
  });

  afterEach(async () => {
    await Promise.all(members.map(({ engine }) => engine.leave()));
    members = [];
  });

  it('connects four, each to each, with pictures everywhere', async () => {
    const four = [0, 1, 2, 3].map(() => create('four'));
    for (const { engine } of four) {
      await engine.publish('camera', testCamera());
      await engine.join();
    }
    await until(() => isFullMesh(four), 'four ready', 15_000);
    for (const member of four) {
      for (const other of four) {
        if (other !== member) await until(async () => (await framesDecoded(member, other.engine.localId)) > 0, 'a frame from each');
      }
    }
  });

  it('ends in one room when two join at the same instant, twenty times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const room = `instant ${String(round)}`;
      const pair = [createMember(port(), { room }), createMember(port(), { room })];
      await Promise.all(pair.map(({ engine }) => engine.join()));
      await until(() => isFullMesh(pair), `both ready in round ${String(round)}`);
      await Promise.all(pair.map(({ engine }) => engine.leave()));
    }
  }).timeout(60_000);

  it('says that the server cannot be reached', async () => {
    const member = createMember(createPeerJsSignaling({ servers: ['http://127.0.0.1:9/signal'], clock: systemClock, logger: silentLogger }));
    const error: unknown = await member.engine.join().catch((reason: unknown) => reason);
    expect((error as { code?: string }).code).to.equal('signaling/unreachable');
    expect(member.engine.phase).to.equal('failed');
  });
});
