import { expect } from '@open-wc/testing';
import { NexError } from '../../../../src/base/nex-error.js';
import type { ConnectionReport } from '../../../../src/engine/engine-port.js';
import {
  createCallHarness,
  createJoinedCall,
  createStandingCall,
  loadLate,
  settle,
  type CallHarness,
} from '../../../support/call-harness.js';

const tick = async (harness: CallHarness, durationMs: number): Promise<void> => {
  for (let passed = 0; passed < durationMs; passed += 2000) {
    harness.clock.pass(2000);
    await settle();
  }
};

const until = async (isTrue: () => Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** Counters that grow with time, as those of a real connection do. */
const transport = (now: number): RTCStatsReport =>
  new Map([['t', { id: 't', type: 'transport', timestamp: now, bytesSent: now, bytesReceived: now }]]);

const connection = (participantId: string): ConnectionReport => ({
  participantId,
  state: 'connected',
  isWeak: true,
  history: [
    { state: 'connecting', at: 1 },
    { state: 'connected', at: 2 },
  ],
  recovery: { attempts: { 'ice-restart': 2, 'signaling-reset': 1, 'full-reconnect': 0 }, succeeded: 2, failed: 1, lastDurationMs: 1500 },
  path: { local: 'host', remote: 'srflx', protocol: 'udp', relayProtocol: null },
});

describe('call.diagnostics()', () => {
  it('tells of a call that was never joined', async () => {
    const { call, clock } = createCallHarness();
    const report = await call.diagnostics();
    expect(report.format).to.equal('nexrtc-report/1');
    expect(report.createdAt).to.equal(clock.now());
    expect(report.call).to.deep.equal({ status: 'idle', joinedAt: null, endReason: null, error: null, quality: null, history: [] });
    expect(report.participants).to.deep.equal([]);
    expect(report.environment.userAgent).to.equal(navigator.userAgent);
    expect(report.environment.isSecureContext).to.equal(isSecureContext);
  });

  it('tells the states of the call with their times', async () => {
    const harness = await createJoinedCall();
    const joinedAt = harness.clock.now();
    harness.clock.pass(7000);
    await harness.call.leave();
    const { call } = await harness.call.diagnostics();
    expect(call.status).to.equal('ended');
    expect(call.endReason).to.equal('left');
    expect(call.history.map(({ status, at }) => [status, at - joinedAt])).to.deep.equal([
      ['joining', 0],
      ['connected', 0],
      ['ended', 7000],
    ]);
  });

  it('tells when newcomers could be met and when not', async () => {
    const harness = await createJoinedCall();
    const joinedAt = harness.clock.now();
    for (const isSignalingReachable of [false, true]) {
      harness.clock.pass(1000);
      harness.engine.tell('phase', { phase: 'joined', isSignalingReachable });
      await settle();
    }
    const { signaling } = await harness.call.diagnostics();
    expect(signaling.isReachable).to.be.true;
    expect(signaling.history.map(({ isReachable, at }) => [isReachable, at - joinedAt])).to.deep.equal([
      [true, 0],
      [false, 1000],
      [true, 2000],
    ]);
  });

  it('tells where servers stand, and the default one', async () => {
    const kinds = async (server?: string): Promise<unknown> =>
      (await createCallHarness({ input: { ...(server === undefined ? {} : { server }) } }).call.diagnostics()).signaling.servers;
    expect(await kinds()).to.deep.equal([{ kind: 'public-cloud', isEncrypted: true }]);
    expect(await kinds('https://signal.example/ http://192.168.1.20:9000/ http://localhost:9000/')).to.deep.equal([
      { kind: 'internet', isEncrypted: true },
      { kind: 'private-network', isEncrypted: false },
      { kind: 'loopback', isEncrypted: false },
    ]);
  });

  it('tells the life, the path and the recoveries of each connection', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    harness.engine.reports = [connection('a')];
    const [participant] = (await harness.call.diagnostics()).participants;
    expect(participant?.isHere).to.be.true;
    const { state, isWeak, history, path, recovery } = connection('a');
    expect(participant?.connection).to.deep.equal({ state, isWeak, history, path });
    expect(participant?.recovery).to.deep.equal(recovery);
  });

  it('tells of the connections after the end too, as they stood when it came', async () => {
    const harness = await createStandingCall();
    const { call, engine } = harness;
    engine.meet('a');
    engine.reports = [connection('a')];
    engine.leave = () => {
      engine.reports = [];
      return Promise.resolve();
    };
    const before = (await call.diagnostics()).participants[0];
    await call.leave();
    const after = await call.diagnostics();
    expect(after.participants.map(({ id, isHere }) => [id, isHere])).to.deep.equal([[before?.id, false]]);
    expect(after.participants[0]?.connection).to.deep.equal(before?.connection);
    expect(after.participants[0]?.recovery).to.deep.equal(connection('a').recovery);
    await call.close();
    expect((await call.diagnostics()).participants[0]?.connection?.history).to.have.length(2);
  });

  it('tells of the connections of the last stay only', async () => {
    const harness = await createStandingCall();
    harness.engine.reports = [connection('a')];
    await harness.call.leave();
    await harness.call.join();
    await loadLate();
    expect((await harness.call.diagnostics()).participants).to.deep.equal([]);
    harness.engine.reports = [connection('b')];
    await harness.call.leave();
    expect((await harness.call.diagnostics()).participants).to.have.length(1);
  });

  it('comes after the end although a connection could not tell or hangs, and leaving waits for none', async () => {
    for (const answer of [() => Promise.reject(new Error('gone')), () => new Promise<never>(() => undefined)]) {
      const harness = await createStandingCall();
      harness.engine.describe = answer;
      await harness.call.leave();
      let participants: unknown = null;
      void harness.call.diagnostics().then((report) => (participants = report.participants));
      await until(async () => {
        await tick(harness, 2000);
        return participants !== null;
      });
      expect(participants).to.deep.equal([]);
    }
  });

  it('tells of those who left, under the same name in each report', async () => {
    const harness = await createJoinedCall();
    for (const id of ['a', 'b']) harness.engine.meet(id);
    await tick(harness, 4000);
    const before = await harness.call.diagnostics();
    harness.engine.tell('participant-left', { participantId: 'a', reason: 'connection-lost' });
    const after = await harness.call.diagnostics();
    expect(before.participants.map(({ id, isHere }) => [id, isHere])).to.deep.equal([
      ['p1', true],
      ['p2', true],
    ]);
    const gone = after.participants.find(({ id }) => id === 'p1');
    expect(gone?.isHere).to.be.false;
    expect(gone?.left).to.deep.equal({ at: harness.clock.now(), reason: 'connection-lost' });
    expect(after.participants.find(({ id }) => id === 'p2')?.isHere).to.be.true;
  });

  it('holds the statistics of the last five minutes, and not of the time before', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    const step = async (): Promise<void> => {
      harness.engine.stats = new Map([['a', transport(harness.clock.now() + 2000)]]);
      await tick(harness, 2000);
    };
    // What measures is loaded with the first connection.
    await until(async () => {
      await step();
      return harness.named('stats-updated').length > 0;
    });
    for (let count = 0; count < 300; count += 1) await step();
    expect(harness.named('stats-updated').length).to.be.greaterThan(300);
    const [participant] = (await harness.call.diagnostics()).participants;
    expect(participant?.stats.samples.length).to.equal(150);
    expect(participant?.stats.samples.at(-1)?.timestamp).to.equal(harness.clock.now());
    expect(participant?.stats.summary.bandwidth.median).to.equal(16_000);
    expect(participant?.stats.summary.rtt).to.deep.equal({ median: null, p95: null });
  });

  it('keeps a bounded number of errors and states', async () => {
    const harness = await createJoinedCall();
    for (let count = 0; count < 200; count += 1) {
      harness.engine.tell('error', { participantId: 'a', error: new NexError('peer/ice-failed', 'x') });
      harness.engine.tell('phase', { phase: count % 2 === 0 ? 'reconnecting' : 'joined', isSignalingReachable: true });
    }
    const report = await harness.call.diagnostics();
    expect(report.errors.length).to.equal(64);
    expect(report.call.history.length).to.equal(64);
    expect(report.call.history.at(-1)?.status).to.equal('connected');
  });

  it('tells how devices and captures do', async () => {
    const harness = createCallHarness();
    harness.media.failures.camera = new NexError('media/device-in-use', 'x');
    await harness.call.join();
    await settle();
    const { devices } = await harness.call.diagnostics();
    expect(devices.microphone).to.deep.equal({ state: 'on', error: null });
    expect(devices.camera).to.deep.equal({ state: 'blocked', error: 'media/device-in-use' });
    expect(devices.labels).to.equal(undefined);
  });

  it('comes even when the connections do not answer', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    harness.engine.describe = () => new Promise(() => undefined);
    harness.engine.getStats = () => Promise.reject(new Error('closed'));
    const asked = harness.call.diagnostics();
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      harness.clock.pass(2000);
    }
    const report = await asked;
    expect(report.participants.map(({ id, connection }) => [id, connection])).to.deep.equal([['p1', null]]);
  });

  it('can be asked for after close, and leaves no timer behind', async () => {
    const harness = await createJoinedCall();
    await harness.call.close();
    expect((await harness.call.diagnostics()).call.history.at(-1)?.status).to.equal('ended');
    expect(harness.clock.timerCount).to.equal(0);
  });
});
