import { expect } from '@open-wc/testing';
import type { Participant } from '../../../../src/call/call.js';
import { codeOf, createCallHarness, createJoinedCall, settle, type CallHarness } from '../../../support/call-harness.js';

const ADA = { kind: 'presence', name: 'Ada', joinedAt: 5, microphone: true, camera: false, screen: false };

function first(harness: CallHarness): Participant {
  return harness.call.state.participants[0]!;
}

/** A connection with a round trip of `rttMs`, at the fake clock's time. */
function report(harness: CallHarness, rttMs: number): ReadonlyMap<string, RTCStatsReport> {
  const timestamp = harness.clock.now();
  return new Map([
    [
      'a',
      new Map<string, object>([
        ['t', { id: 't', type: 'transport', timestamp, selectedCandidatePairId: 'p', bytesSent: timestamp, bytesReceived: 0 }],
        ['p', { id: 'p', type: 'candidate-pair', timestamp, currentRoundTripTime: rttMs / 1000 }],
      ]),
    ],
  ]);
}

async function tick(harness: CallHarness, rttMs: number): Promise<void> {
  harness.clock.pass(1999);
  harness.engine.stats = report(harness, rttMs);
  harness.clock.pass(1);
  await settle();
}

/** Somebody is connected, and what measures the connection is loaded. */
async function meetMeasured(harness: CallHarness): Promise<void> {
  harness.engine.meet('a');
  await import('../../../../src/call/quality/quality-meter.js');
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

describe('the snapshot of a call', () => {
  it('rates a connection and the call, and tells the level only when it changes', async () => {
    const harness = await createJoinedCall();
    await meetMeasured(harness);
    for (const rtt of [20, 20, 20, 300, 300]) await tick(harness, rtt);
    expect(harness.named('stats-updated')).to.have.length(4);
    expect(first(harness).quality!.level).to.equal('poor');
    expect(harness.call.state.quality!.level).to.equal('poor');
    const levels = harness.named('quality-changed').map((event) => event as { participantId: string | null; level: string });
    expect(levels.map(({ participantId, level }) => `${participantId} ${level}`)).to.deep.equal([
      'a excellent',
      'null excellent',
      'a poor',
      'null poor',
    ]);
  });

  it('fires for no subscriber on a tick of statistics that changes nothing', async () => {
    const harness = await createJoinedCall();
    await meetMeasured(harness);
    for (let turn = 0; turn < 3; turn += 1) await tick(harness, 20);
    const before = harness.call.state;
    let count = 0;
    harness.call.subscribe(
      (state) => state,
      () => (count += 1),
    );
    harness.call.subscribe(
      (state) => state.participants,
      () => (count += 1),
    );
    harness.call.subscribe(
      (state) => state.self,
      () => (count += 1),
    );
    await tick(harness, 20);
    expect(harness.named('stats-updated')).to.have.length(3);
    expect(count).to.equal(0);
    expect(harness.call.state).to.equal(before);
  });

  it('keeps the other participants as they are when one changes', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    harness.engine.meet('b');
    const [a, b] = harness.call.state.participants;
    harness.engine.tell('connection-weak', { participantId: 'b', isWeak: true });
    expect(harness.call.state.participants[0]).to.equal(a);
    expect(harness.call.state.participants[1]).not.to.equal(b);
    expect(b!.isWeak).to.equal(false);
  });

  it('fires nothing when something is said again', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    harness.engine.tell('data', { participantId: 'a', data: ADA });
    await settle();
    const before = harness.call.state;
    harness.engine.tell('data', { participantId: 'a', data: ADA });
    harness.engine.tell('connection-state', { participantId: 'a', state: 'connected' });
    harness.engine.tell('connection-weak', { participantId: 'a', isWeak: false });
    await harness.call.setLayout('auto');
    expect(harness.call.state).to.equal(before);
  });

  it('is frozen, all that is in it too', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    const { state } = harness.call;
    for (const value of [
      state,
      state.self,
      state.participants,
      first(harness),
      state.mediaErrors,
      state.can,
      state.options,
      state.selectedDevices,
      state.pinned,
    ])
      expect(Object.isFrozen(value)).to.equal(true);
  });

  it('tells listeners of many changes once', async () => {
    const harness = await createJoinedCall();
    let count = 0;
    harness.call.subscribe(
      (state) => state.participants,
      () => (count += 1),
    );
    harness.engine.meet('a');
    harness.engine.meet('b');
    await settle();
    expect(count).to.equal(1);
  });

  it('says what can be done now', async () => {
    const harness = createCallHarness();
    expect(harness.call.state.can).to.deep.equal({
      microphone: true,
      camera: true,
      screen: false,
      selectSpeaker: true,
      allowSound: false,
      flipCamera: false,
      chat: false,
      hand: false,
      reactions: false,
      spotlight: false,
    });
    await harness.call.join();
    harness.audioOutput.setBlocked(true);
    expect(harness.call.state.isSoundBlocked).to.equal(true);
    expect(harness.call.state.can).to.include({ screen: true, allowSound: true });
    await harness.call.allowSound();
    expect(harness.call.state.can.allowSound).to.equal(false);
    await harness.call.leave();
    expect(harness.call.state.can).to.include({ microphone: false, camera: false, screen: false });
  });

  it('lists devices when they change', () => {
    const harness = createCallHarness();
    const devices = [{ kind: 'camera', id: 'x', label: 'X' }] as const;
    harness.media.setDevices(devices);
    expect(harness.call.state.devices).to.equal(devices);
    expect(harness.named('device-changed')).to.deep.equal([{ devices }]);
  });

  it('keeps settings, and refuses those that do not exist', async () => {
    const { call } = createCallHarness();
    await call.setLayout('sidebar');
    await call.setVideoQuality('low');
    await call.setAudioQuality('high');
    await call.setBandwidthLimit(500);
    expect(call.state.layout).to.equal('sidebar');
    expect(call.state.options).to.include({ layout: 'sidebar', videoQuality: 'low', audioQuality: 'high', bandwidthLimitKbps: 500 });
    expect(await codeOf(call.setLayout('x' as 'grid'))).to.equal('config/invalid');
    expect(await codeOf(call.setBandwidthLimit(-1))).to.equal('config/invalid');
    expect(await codeOf(call.setName('x'.repeat(65)))).to.equal('config/invalid');
  });

  it('hands what tiles want to the engine', async () => {
    const harness = await createJoinedCall();
    const wish = { isVisible: true, width: 640, height: 360 };
    harness.call.setReceiveWish('a', 'camera', wish);
    expect(harness.engine.wishes).to.deep.equal([{ participantId: 'a', source: 'camera', wish }]);
  });
});
