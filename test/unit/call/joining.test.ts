import { expect } from '@open-wc/testing';
import { NexError } from '../../../src/base/nex-error.js';
import type { CallStatus } from '../../../src/call/call.js';
import { codeOf, createCallHarness, createJoinedCall, settle, type CallHarness, type HarnessOptions } from '../../support/call-harness.js';
import type { FakeEngine } from '../../support/fake-engine.js';

const never = new Promise<void>(() => undefined);

function waitForever(engine: FakeEngine): void {
  engine.joining = never;
}

function statuses(harness: CallHarness): CallStatus[] {
  return harness.named('state-changed').map((event) => (event as { state: CallStatus }).state);
}

describe('joining and leaving a call', () => {
  it('goes from idle to connected and says so', async () => {
    const harness = await createJoinedCall();
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
    const harness = createCallHarness({ prepare: waitForever });
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
    const harness = createCallHarness({
      prepare: (engine, index) => {
        if (index === 0) engine.joining = Promise.reject(error);
      },
    });
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
    const harness = createCallHarness({
      prepare: (engine) => {
        engine.joining = Promise.reject(error);
      },
    });
    expect(await codeOf(harness.call.join())).to.equal('signaling/room-full');
    const { status, endReason, error: shown } = harness.call.state;
    expect([status, endReason, shown]).to.deep.equal(['ended', 'room-full', error]);
    expect(harness.named('call-left')).to.deep.equal([{ reason: 'room-full' }]);
  });

  it('leaves: lights out, engine left, nobody listed', async () => {
    const harness = await createJoinedCall();
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
    const harness = await createJoinedCall();
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
    ['the engine joins', { prepare: waitForever }],
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
    const harness = createCallHarness({
      prepare: (engine, index) => {
        if (index === 0) engine.joining = never;
      },
    });
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
    const harness = await createJoinedCall();
    harness.engine.tell('phase', { phase: 'reconnecting', isSignalingReachable: false });
    expect(harness.call.state.status).to.equal('reconnecting');
    expect(harness.call.state.isSignalingReachable).to.equal(false);
    harness.engine.tell('phase', { phase: 'joined', isSignalingReachable: true });
    expect(harness.call.state.status).to.equal('connected');
  });

  it('fails when the engine does, with its last error', async () => {
    const harness = await createJoinedCall();
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
    const harness = await createJoinedCall();
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
