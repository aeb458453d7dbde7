import { expect } from '@open-wc/testing';
import { NexError } from '../../../src/base/nex-error.js';
import type { CallStatus, Participant } from '../../../src/call/call.js';
import { codeOf, createCallHarness, settle, type CallHarness, type HarnessOptions } from '../../support/call-harness.js';
import { createAudioTrack, createVideoTrack } from '../../support/fake-media.js';

const ADA = { kind: 'presence', name: 'Ada', joinedAt: 5, microphone: true, camera: false, screen: false };
const never = new Promise<void>(() => undefined);

async function joined(options: HarnessOptions = {}): Promise<CallHarness> {
  const harness = createCallHarness(options);
  await harness.call.join();
  await settle();
  return harness;
}

function statuses(harness: CallHarness): CallStatus[] {
  return harness.named('state-changed').map((event) => (event as { state: CallStatus }).state);
}

function first(harness: CallHarness): Participant {
  return harness.call.state.participants[0]!;
}

describe('joining and leaving a call', () => {
  it('goes from idle to connected and says so', async () => {
    const harness = await joined();
    expect(statuses(harness)).to.deep.equal(['joining', 'connected']);
    expect(harness.named('call-joined')).to.have.length(1);
    expect(harness.call.state.self.id).to.equal('me-0');
    expect(harness.call.state.self.connection).to.equal('connected');
    expect(harness.call.state.isSignalingReachable).to.equal(true);
  });

  it('lets concurrent joins share one', async () => {
    const { call, engines } = createCallHarness();
    const a = call.join();
    const b = call.join();
    expect(a).to.equal(b);
    await a;
    await call.join();
    expect(engines).to.have.length(1);
  });

  it('does not wait for a permission that is not answered', async () => {
    const harness = createCallHarness();
    harness.media.delays.microphone = never;
    await harness.call.join();
    expect(harness.call.state.status).to.equal('connected');
    expect(harness.call.state.microphone).to.equal('pending');
  });

  it('joins without what cannot be captured', async () => {
    const harness = createCallHarness();
    harness.media.failures.microphone = new NexError('media/permission-denied', 'No');
    harness.media.failures.camera = new NexError('media/device-not-found', 'No');
    await harness.call.join();
    await settle();
    const { status, microphone, camera, mediaErrors } = harness.call.state;
    expect([status, microphone, camera]).to.deep.equal(['connected', 'blocked', 'blocked']);
    expect([mediaErrors.microphone!.code, mediaErrors.camera!.code]).to.deep.equal(['media/permission-denied', 'media/device-not-found']);
    expect(harness.named('error')).to.have.length(2);
  });

  it('captures while the engine joins, not after it', async () => {
    const harness = createCallHarness({ prepare: (engine) => (engine.joining = never) });
    void harness.call.join();
    await settle();
    expect(harness.call.state.status).to.equal('joining');
    expect(harness.call.state.camera).to.equal('on');
  });

  for (const code of ['environment/insecure-context', 'environment/webrtc-missing'] as const) {
    it(`fails with ${code} before anything is captured`, async () => {
      const obstacle = new NexError(code, 'No', { fatal: true });
      const harness = createCallHarness({ obstacle });
      expect(await codeOf(harness.call.join())).to.equal(code);
      expect(harness.call.state.status).to.equal('failed');
      expect(harness.call.state.error).to.equal(obstacle);
      expect(harness.media.captureCalls).to.deep.equal([]);
      expect(harness.engines).to.deep.equal([]);
    });
  }

  it('fails when the server cannot be reached, releases everything, and can be tried again', async () => {
    const error = new NexError('signaling/unreachable', 'No', { retryable: true });
    const harness = createCallHarness({ prepare: (engine, index) => { if (index === 0) engine.joining = Promise.reject(error); } });
    expect(await codeOf(harness.call.join())).to.equal('signaling/unreachable');
    expect(harness.call.state.status).to.equal('failed');
    expect(harness.call.state.error).to.equal(error);
    expect(harness.media.running.size).to.equal(0);
    expect(harness.engines[0]!.leaveCount).to.equal(1);
    expect(harness.engines[0]!.emitter.size).to.equal(0);
    await harness.call.join();
    await settle();
    expect(harness.call.state.status).to.equal('connected');
    expect(harness.call.state.error).to.equal(null);
    expect(harness.call.state.camera).to.equal('on');
  });

  it('turns what is thrown while loading into an error with a code', async () => {
    const loading = Promise.reject(new TypeError('no module'));
    loading.catch(() => undefined);
    const harness = createCallHarness({ loading });
    expect(await codeOf(harness.call.join())).to.equal('signaling/unreachable');
    expect(harness.call.state.error!.cause).to.be.instanceOf(TypeError);
  });

  it('ends, with the reason, when the room is full', async () => {
    const error = new NexError('signaling/room-full', 'Full');
    const harness = createCallHarness({ prepare: (engine) => (engine.joining = Promise.reject(error)) });
    expect(await codeOf(harness.call.join())).to.equal('signaling/room-full');
    const { status, endReason, error: shown } = harness.call.state;
    expect([status, endReason, shown]).to.deep.equal(['ended', 'room-full', error]);
    expect(harness.named('call-left')).to.deep.equal([{ reason: 'room-full' }]);
  });

  it('leaves: lights out, engine left, nobody listed', async () => {
    const harness = await joined();
    harness.engine.meet('a');
    await harness.call.leave();
    const { status, endReason, participants, camera, microphone, self } = harness.call.state;
    expect([status, endReason, camera, microphone]).to.deep.equal(['ended', 'left', 'off', 'off']);
    expect(participants).to.deep.equal([]);
    expect(self.cameraStream).to.equal(null);
    expect(harness.media.running.size).to.equal(0);
    expect(harness.engine.leaveCount).to.equal(1);
    expect(harness.engine.emitter.size).to.equal(0);
    expect(harness.clock.timerCount).to.equal(0);
    expect(harness.named('call-left')).to.deep.equal([{ reason: 'left' }]);
    await harness.call.leave();
    expect(harness.named('call-left')).to.have.length(1);
  });

  it('comes back with a new engine and the captures as they were wished', async () => {
    const harness = await joined();
    await harness.call.setMicrophone(false);
    await harness.call.leave();
    await harness.call.join();
    await settle();
    expect(harness.engines).to.have.length(2);
    expect(harness.call.state.endReason).to.equal(null);
    expect(harness.call.state.self.id).to.equal('me-1');
    expect([harness.call.state.microphone, harness.call.state.camera]).to.deep.equal(['off', 'on']);
    harness.engines[0]!.meet('ghost');
    expect(harness.call.state.participants).to.deep.equal([]);
  });

  for (const [name, options] of [
    ['the engine joins', { prepare: (engine) => (engine.joining = never) }],
    ['the engine is loaded', { loading: never }],
  ] as readonly [string, HarnessOptions][]) {
    it(`is cut short by leaving while ${name}`, async () => {
      const harness = createCallHarness(options);
      const joining = codeOf(harness.call.join());
      await settle();
      await harness.call.leave();
      expect(await joining).to.equal('call/aborted');
      expect([harness.call.state.status, harness.call.state.error]).to.deep.equal(['ended', null]);
      expect(harness.media.running.size).to.equal(0);
      expect(harness.named('call-joined')).to.deep.equal([]);
    });
  }

  it('captures nothing when it is left in the same task', async () => {
    const harness = createCallHarness();
    const joining = codeOf(harness.call.join());
    await harness.call.leave();
    expect(await joining).to.equal('call/aborted');
    await settle();
    expect(harness.media.running.size).to.equal(0);
    expect(harness.call.state.status).to.equal('ended');
  });

  it('an attempt that was left does not disturb the next one', async () => {
    const harness = createCallHarness({ prepare: (engine, index) => { if (index === 0) engine.joining = never; } });
    const joining = codeOf(harness.call.join());
    await settle();
    void harness.call.leave();
    await harness.call.join();
    await settle();
    expect(await joining).to.equal('call/aborted');
    expect(harness.call.state.status).to.equal('connected');
    expect(harness.call.state.camera).to.equal('on');
  });

  it('follows the engine through a reconnection', async () => {
    const harness = await joined();
    harness.engine.tell('phase', { phase: 'reconnecting', isSignalingReachable: false });
    expect(harness.call.state.status).to.equal('reconnecting');
    expect(harness.call.state.isSignalingReachable).to.equal(false);
    harness.engine.tell('phase', { phase: 'joined', isSignalingReachable: true });
    expect(harness.call.state.status).to.equal('connected');
  });

  it('fails when the engine does, with its last error', async () => {
    const harness = await joined();
    const error = new NexError('peer/ice-failed', 'No');
    harness.engine.tell('error', { error, participantId: null });
    harness.engine.tell('phase', { phase: 'failed', isSignalingReachable: false });
    const { status, endReason, error: shown } = harness.call.state;
    expect([status, endReason, shown]).to.deep.equal(['failed', 'connection-lost', error]);
    expect(harness.media.running.size).to.equal(0);
    expect(harness.named('call-left')).to.deep.equal([{ reason: 'connection-lost' }]);
  });

  it('goes back to idle from the lobby with its preview off', async () => {
    const harness = createCallHarness();
    harness.call.enterLobby();
    await harness.call.setCamera(true);
    await harness.call.leave();
    expect(harness.call.state.status).to.equal('idle');
    expect(harness.media.running.size).to.equal(0);
  });

  it('cannot be used after close, which releases everything', async () => {
    const harness = await joined();
    await harness.call.close();
    await harness.call.close();
    expect(harness.media.isClosed && harness.audioOutput.isClosed && harness.levelMeter.isClosed).to.equal(true);
    expect(harness.engine.leaveCount).to.equal(1);
    expect(harness.levelMeter.watched.size).to.equal(0);
    expect(harness.clock.timerCount).to.equal(0);
    for (const intent of [harness.call.join(), harness.call.setCamera(true), harness.call.selectDevice('camera', 'x')])
      expect(await codeOf(intent)).to.equal('call/invalid-state');
  });
});

describe('participants of a call', () => {
  it('are listed at once and announced with their name', async () => {
    const harness = await joined();
    harness.engine.meet('a');
    expect(first(harness)).to.include({ id: 'a', name: '', isLocal: false, connection: 'connected', microphone: 'off' });
    expect(harness.named('participant-joined')).to.deep.equal([]);
    harness.engine.tell('data', { participantId: 'a', data: ADA });
    expect(first(harness)).to.include({ name: 'Ada', joinedAt: 5, microphone: 'on', camera: 'off' });
    expect((harness.named('participant-joined')[0] as { participant: Participant }).participant.name).to.equal('Ada');
    harness.engine.tell('participant-left', { participantId: 'a', reason: 'connection-lost' });
    expect(harness.call.state.participants).to.deep.equal([]);
    expect((harness.named('participant-left')[0] as { reason: string }).reason).to.equal('connection-lost');
  });

  it('are announced without a name when none comes', async () => {
    const harness = await joined();
    harness.engine.meet('a');
    harness.clock.pass(2000);
    expect(harness.named('participant-joined')).to.have.length(1);
    harness.engine.tell('data', { participantId: 'a', data: ADA });
    expect(harness.named('participant-joined')).to.have.length(1);
  });

  it('are told the truth about this device', async () => {
    const harness = await joined({ input: { cameraOff: true } });
    harness.engine.meet('a');
    await harness.call.setMicrophone(false);
    await harness.call.setName('Grace');
    const told = harness.engine.sent.map(({ data }) => data as typeof ADA);
    expect(told[0]).to.include({ kind: 'presence', name: 'Me', microphone: true, camera: false });
    expect(told.at(-1)).to.include({ name: 'Grace', microphone: false });
    expect(harness.call.state.self.name).to.equal('Grace');
  });

  it('show a picture only while they say that their camera is on', async () => {
    const harness = await joined();
    harness.engine.meet('a');
    const track = createVideoTrack();
    harness.engine.tell('track', { participantId: 'a', source: 'camera', track });
    expect(first(harness).cameraStream).to.equal(null);
    harness.engine.tell('data', { participantId: 'a', data: { ...ADA, camera: true } });
    const stream = first(harness).cameraStream!;
    expect(stream.getTracks()).to.deep.equal([track]);
    harness.engine.tell('data', { participantId: 'a', data: ADA });
    expect(first(harness).cameraStream).to.equal(null);
    harness.engine.tell('data', { participantId: 'a', data: { ...ADA, camera: true } });
    expect(first(harness).cameraStream).to.equal(stream);
    const remote = (type: 'stream-added' | 'stream-removed'): unknown[] => harness.named(type).filter((event) => (event as { participantId: string }).participantId === 'a');
    expect(remote('stream-added')).to.have.length(2);
    expect(remote('stream-removed')).to.have.length(1);
  });

  it('are heard by the call, screen sound too, and are silent once gone', async () => {
    const harness = await joined();
    harness.engine.meet('a');
    harness.engine.tell('track', { participantId: 'a', source: 'microphone', track: createAudioTrack() });
    harness.engine.tell('track', { participantId: 'a', source: 'screen-audio', track: createAudioTrack() });
    expect(harness.audioOutput.playing.size).to.equal(2);
    harness.engine.tell('participant-left', { participantId: 'a', reason: 'left' });
    expect(harness.audioOutput.playing.size).to.equal(0);
    expect([...harness.levelMeter.watched.keys()]).to.deep.equal(harness.media.running.get('microphone'));
  });

  it('ignore tracks, messages and states of strangers', async () => {
    const harness = await joined();
    harness.engine.tell('track', { participantId: 'x', source: 'microphone', track: createAudioTrack() });
    harness.engine.tell('data', { participantId: 'x', data: ADA });
    harness.engine.tell('connection-state', { participantId: 'x', state: 'connected' });
    expect(harness.call.state.participants).to.deep.equal([]);
    expect(harness.audioOutput.playing.size).to.equal(0);
  });

  it('speak, lead, and tell their level outside the snapshot', async () => {
    const harness = await joined();
    harness.engine.meet('a');
    const track = createAudioTrack();
    harness.engine.tell('track', { participantId: 'a', source: 'microphone', track });
    const levels: number[] = [];
    const off = harness.call.onAudioLevel('a', (level) => levels.push(level));
    const say = harness.levelMeter.watched.get(track)!;
    say(0.3);
    say(0.3);
    expect(levels).to.deep.equal([0.3, 0.3]);
    expect(first(harness).speaking).to.equal(true);
    expect(harness.call.state.speakerId).to.equal('a');
    off();
    harness.engine.tell('participant-left', { participantId: 'a', reason: 'left' });
    expect(levels).to.have.length(2);
    expect(harness.call.state.speakerId).to.equal(null);
  });

  it('hear themselves speak without leading', async () => {
    const harness = await joined();
    const levels: number[] = [];
    harness.call.onAudioLevel(harness.call.state.self.id, (level) => levels.push(level));
    const say = harness.levelMeter.watched.get(harness.media.running.get('microphone')![0]!)!;
    say(0.3);
    say(0.3);
    expect(levels).to.deep.equal([0.3, 0.3]);
    expect(harness.call.state.self.speaking).to.equal(true);
    expect(harness.call.state.speakerId).to.equal(null);
  });

  it('can be pinned while they are here', async () => {
    const harness = await joined();
    expect(await codeOf(harness.call.pin('a', true))).to.equal('call/invalid-state');
    harness.engine.meet('a');
    await harness.call.pin('a', true);
    await harness.call.pin('a', true);
    expect(harness.call.state.pinned).to.deep.equal(['a']);
    harness.engine.tell('participant-left', { participantId: 'a', reason: 'left' });
    expect(harness.call.state.pinned).to.deep.equal([]);
  });
});

describe('the snapshot of a call', () => {
  /** A connection with a round trip of `rttMs`, at the fake clock's time. */
  function report(harness: CallHarness, rttMs: number): ReadonlyMap<string, RTCStatsReport> {
    const timestamp = harness.clock.now();
    return new Map([
      [
        'a',
        new Map<string, object>([
          ['t', { id: 't', type: 'transport', timestamp, selectedCandidatePairId: 'p', bytesSent: timestamp, bytesReceived: 0 }],
          ['p', { id: 'p', type: 'candidate-pair', timestamp, currentRoundTripTime: rttMs / 1000 }],
        ]) as unknown as RTCStatsReport,
      ],
    ]);
  }

  async function tick(harness: CallHarness, rttMs: number): Promise<void> {
    harness.clock.pass(1999);
    harness.engine.stats = report(harness, rttMs);
    harness.clock.pass(1);
    await settle();
  }

  it('rates a connection and the call, and tells the level only when it changes', async () => {
    const harness = await joined();
    harness.engine.meet('a');
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
    const harness = await joined();
    harness.engine.meet('a');
    for (let turn = 0; turn < 3; turn += 1) await tick(harness, 20);
    const before = harness.call.state;
    let count = 0;
    harness.call.subscribe((state) => state, () => (count += 1));
    harness.call.subscribe((state) => state.participants, () => (count += 1));
    harness.call.subscribe((state) => state.self, () => (count += 1));
    await tick(harness, 20);
    expect(harness.named('stats-updated')).to.have.length(3);
    expect(count).to.equal(0);
    expect(harness.call.state).to.equal(before);
  });

  it('keeps the other participants as they are when one changes', async () => {
    const harness = await joined();
    harness.engine.meet('a');
    harness.engine.meet('b');
    const [a, b] = harness.call.state.participants;
    harness.engine.tell('connection-weak', { participantId: 'b', isWeak: true });
    expect(harness.call.state.participants[0]).to.equal(a);
    expect(harness.call.state.participants[1]).not.to.equal(b);
    expect(b!.isWeak).to.equal(false);
  });

  it('fires nothing when something is said again', async () => {
    const harness = await joined();
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
    const harness = await joined();
    harness.engine.meet('a');
    const { state } = harness.call;
    for (const value of [state, state.self, state.participants, first(harness), state.mediaErrors, state.can, state.options, state.selectedDevices, state.pinned])
      expect(Object.isFrozen(value)).to.equal(true);
  });

  it('tells listeners of many changes once', async () => {
    const harness = await joined();
    let count = 0;
    harness.call.subscribe((state) => state.participants, () => (count += 1));
    harness.engine.meet('a');
    harness.engine.meet('b');
    await settle();
    expect(count).to.equal(1);
  });

  it('says what can be done now', async () => {
    const harness = createCallHarness();
    expect(harness.call.state.can).to.deep.equal({ microphone: true, camera: true, screen: false, selectSpeaker: true, allowSound: false });
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
    const harness = await joined();
    const wish = { isVisible: true, width: 640, height: 360 };
    harness.call.setReceiveWish('a', 'camera', wish);
    expect(harness.engine.wishes).to.deep.equal([{ participantId: 'a', source: 'camera', wish }]);
  });
});
