import { expect } from '@open-wc/testing';
import { createMemoryNetwork, type MemoryNetwork } from '../../src/signaling/memory-signaling.js';
import { createMember, isFullMesh, pause, until, type TestMember } from '../support/mesh-harness.js';

const members: TestMember[] = [];

function create(...options: Parameters<typeof createMember>): TestMember {
  const member = createMember(...options);
  members.push(member);
  return member;
}

async function room(count: number, network = createMemoryNetwork()): Promise<readonly TestMember[]> {
  const all = Array.from({ length: count }, () => create(network.port()));
  for (const { engine } of all) await engine.join();
  await until(() => isFullMesh(all), 'everybody ready');
  return all;
}

function states(member: TestMember): string[] {
  const said: string[] = [];
  member.engine.on('connection-weak', ({ isWeak }) => said.push(isWeak ? 'weak' : 'heard'));
  member.engine.on('participant-left', ({ reason }) => said.push(reason));
  member.engine.on('participant-joined', () => said.push('joined'));
  member.engine.on('participant-ready', () => said.push('ready'));
  return said;
}

const report = async (
  member: TestMember,
  other: TestMember,
): Promise<NonNullable<Awaited<ReturnType<TestMember['engine']['describe']>>[number]>> => {
  const found = (await member.engine.describe()).find(({ participantId }) => participantId === other.engine.localId);
  if (!found) throw new Error('no report');
  return found;
};

/** Its page is unloaded: it says so, as every engine of this page does, and then nothing of it is left. */
function vanish(network: MemoryNetwork, member: TestMember): void {
  network.intercept((message) => (message.from === member.engine.localId ? null : message));
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  setTimeout(() => {
    for (const connection of member.connections) connection.close();
    network.dropSockets(member.engine.localId);
  }, 50);
}

describe('mending of connections', function () {
  this.timeout(40_000);

  afterEach(async () => {
    await Promise.all(members.splice(0).map(({ engine }) => engine.leave()));
  });

  it('replaces a connection that died without a word, and nobody leaves', async () => {
    const [ana, ben] = (await room(2)) as [TestMember, TestMember];
    const said = [states(ana), states(ben)];
    ben.connections[0]?.close();
    await until(() => said.every((words) => words.includes('ready')), 'ready again', 15_000);
    for (const words of said) {
      expect(words).to.not.include('connection-lost');
      expect(words).to.not.include('joined');
    }
    expect(ana.engine.sendData('again', { to: ben.engine.localId })).to.equal(true);
    await until(() => ben.data.some(({ data }) => data === 'again'), 'the message');
    const { recovery } = await report(ana, ben);
    expect(recovery.succeeded).to.equal(1);
    expect(recovery.lastDurationMs).to.be.greaterThan(1_000);
  });

  it('mends over another member when the server is gone', async () => {
    const network = createMemoryNetwork();
    const [ana, ben, cara] = (await room(3, network)) as [TestMember, TestMember, TestMember];
    network.stop();
    const said = states(ana);
    ana.connections[0]?.close();
    await until(() => said.includes('ready'), 'ready again', 25_000);
    expect(said).to.not.include('connection-lost');
    expect(isFullMesh([ana, ben, cara])).to.equal(true);
  });

  it('lets a reloaded page take its old place: one participant, whose tile stays', async () => {
    const network = createMemoryNetwork();
    const [ana, ben] = (await room(2, network)) as [TestMember, TestMember];
    const said = states(ana);
    vanish(network, ben);
    await pause(100);
    const again = create(network.port(), { resumeId: ben.engine.localId });
    network.intercept((message) => message);
    await again.engine.join();
    expect(again.engine.localId).to.equal(ben.engine.localId);
    await until(() => said.includes('ready'), 'ready again', 10_000);
    expect(said).to.not.include('left');
    expect(said).to.not.include('joined');
  });

  it('takes a new identity when the old one is in use', async () => {
    const network = createMemoryNetwork();
    const [ana, ben] = (await room(2, network)) as [TestMember, TestMember];
    const copy = create(network.port(), { resumeId: ben.engine.localId });
    await copy.engine.join();
    expect(copy.engine.localId).to.not.equal(ben.engine.localId);
    await until(() => isFullMesh([ana, ben, copy]), 'three ready', 15_000);
  });

  it('drops one whose page was closed for good, soon', async () => {
    const network = createMemoryNetwork();
    const [ana, ben] = (await room(2, network)) as [TestMember, TestMember];
    vanish(network, ben);
    await until(() => ana.left.get(ben.engine.localId) === 'left', 'left', 4_000);
  });

  it('looks for a new path when asked, and nothing is lost', async () => {
    const [ana, ben] = (await room(2)) as [TestMember, TestMember];
    const said = states(ben);
    const before = ana.connections[0]?.localDescription?.sdp;
    ana.engine.reconnect();
    await until(() => ana.connections[0]?.localDescription?.sdp !== before, 'a new description');
    await pause(500);
    expect(ana.engine.sendData('still here')).to.equal(true);
    await until(() => ben.data.some(({ data }) => data === 'still here'), 'the message');
    expect(said).to.deep.equal([]);
    expect(ana.connections).to.have.length(1);
  });

  it('delivers what was said while the connection was down: afterwards, once and in order', async () => {
    const [ana, ben] = (await room(2)) as [TestMember, TestMember];
    ana.engine.sendData(0);
    ben.connections[0]?.close();
    for (const number of [1, 2, 3]) expect(ana.engine.sendData(number)).to.equal(true);
    const said = states(ana);
    await until(() => said.includes('ready'), 'ready again', 15_000);
    ana.engine.sendData(4);
    await until(() => ben.data.length >= 5, 'five messages');
    await pause(300);
    expect(ben.data.map(({ data }) => data)).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('hears the others while one floods the call, and closes the flood out', async function () {
    // All three share this page: where it stalls the flood pauses too.
    this.timeout(80_000);
    const network = createMemoryNetwork();
    const channels: RTCDataChannel[] = [];
    const [ana, ben] = (await room(2, network)) as [TestMember, TestMember];
    const eve = create(network.port(), {
      createPeerConnection: (configuration) => {
        const connection = new RTCPeerConnection(configuration);
        const createDataChannel = connection.createDataChannel.bind(connection);
        connection.createDataChannel = (label, init): RTCDataChannel => {
          const channel = createDataChannel(label, init);
          channels.push(channel);
          return channel;
        };
        return connection;
      },
    });
    await eve.engine.join();
    await until(() => isFullMesh([ana, ben, eve]), 'three ready');
    const flooding = setInterval(() => {
      for (const channel of channels) {
        if (channel.label === 'control' || channel.readyState !== 'open' || channel.bufferedAmount > 100_000) continue;
        for (let count = 0; count < 100; count += 1) channel.send(JSON.stringify({ junk: count }));
      }
    }, 10);
    try {
      await pause(1_000);
      const sentAt = performance.now();
      ben.engine.sendData('hello', { to: ana.engine.localId });
      await until(() => ana.data.some(({ data }) => data === 'hello'), 'the message', 1_000);
      expect(performance.now() - sentAt).to.be.lessThan(1_000);
      await until(() => ana.left.get(eve.engine.localId) === 'refused', 'refused', 60_000);
      expect(ana.errors).to.include('peer/untrusted');
      expect(ana.ready.has(ben.engine.localId)).to.equal(true);
    } finally {
      clearInterval(flooding);
    }
    await pause(3_000);
    expect(ana.ready.has(eve.engine.localId), 'stays out').to.equal(false);
  });

  it('says that it is cut off when neither the server nor anybody is heard, and that it is back', async () => {
    const network = createMemoryNetwork();
    const [ana, ben] = (await room(2, network)) as [TestMember, TestMember];
    const phases: string[] = [];
    ana.engine.on('phase', ({ phase, isSignalingReachable }) => phases.push(`${phase} ${String(isSignalingReachable)}`));
    network.stop();
    await until(() => phases.includes('joined false'), 'signalling lost');
    ben.connections[0]?.close();
    await until(() => phases.includes('reconnecting false'), 'cut off', 6_000);
    network.start();
    await until(() => phases.at(-1) === 'joined true', 'back', 15_000);
    await until(() => ana.ready.size === 1 && !ana.left.has(ben.engine.localId), 'ben is here');
  });
});
