import { expect } from '@open-wc/testing';
import type { NexError } from '../../../../src/base/nex-error.js';
import {
  createCallHarness,
  createJoinedCall,
  createStandingCall,
  loadLate,
  settle,
  type CallHarness,
} from '../../../support/call-harness.js';

/** Longer than events of one cause are apart. */
const GATHER_MS = 250;

describe('what happens around a call', () => {
  const causes: readonly [string, (harness: CallHarness) => void, boolean][] = [
    ['online again', ({ world }) => world.setOnline(true), true],
    ['offline', ({ world }) => world.setOnline(false), false],
    ['sleep', ({ world }) => world.wake(10_000), true],
    ['a thaw', ({ world }) => world.setPage('resumed'), true],
    ['a freeze', ({ world }) => world.setPage('frozen'), false],
    ['the back-forward cache', ({ world }) => world.setPage('restored'), true],
    [
      'a minute unseen',
      ({ world, clock }) => {
        world.setPage('hidden');
        clock.pass(60_000);
        world.setPage('visible');
      },
      true,
    ],
    [
      'a moment unseen',
      ({ world, clock }) => {
        world.setPage('hidden');
        clock.pass(59_000);
        world.setPage('visible');
      },
      false,
    ],
  ];
  for (const [name, happen, isLookedAfter] of causes) {
    it(`${isLookedAfter ? 'looks after' : 'leaves alone'} the connections after ${name}`, async () => {
      const harness = await createJoinedCall();
      happen(harness);
      harness.clock.pass(GATHER_MS);
      expect(harness.engine.reconnectCount).to.equal(isLookedAfter ? 1 : 0);
    });
  }

  it('takes several events of one cause for one, and later ones for another', async () => {
    const { world, clock, engine } = await createJoinedCall();
    world.wake(10_000);
    world.setPage('resumed');
    clock.pass(150);
    world.setOnline(true);
    expect(engine.reconnectCount).to.equal(0);
    clock.pass(50);
    expect(engine.reconnectCount).to.equal(1);
    clock.pass(1000);
    world.setOnline(true);
    clock.pass(GATHER_MS);
    expect(engine.reconnectCount).to.equal(2);
  });

  it('looks after nothing before joining and after leaving', async () => {
    const harness = createCallHarness();
    const idle = harness.world.listenerCount;
    harness.world.wake(10_000);
    await harness.call.join();
    harness.world.wake(10_000);
    await harness.call.leave();
    harness.clock.pass(GATHER_MS);
    expect(harness.engine.reconnectCount).to.equal(0);
    expect(harness.world.listenerCount).to.equal(idle);
    await harness.call.close();
    expect(harness.world.isClosed).to.equal(true);
    expect(harness.clock.timerCount).to.equal(0);
  });

  it('shows that there is no network', async () => {
    const { call, world } = createCallHarness({ world: { isOnline: false } });
    expect(call.state.isOffline).to.equal(true);
    world.setOnline(true);
    expect(call.state.isOffline).to.equal(false);
    world.setOnline(false);
    expect(call.state.isOffline).to.equal(true);
  });

  it('sends less at once while something runs short, and as before afterwards', async () => {
    const { call, world, engine, media } = await createStandingCall();
    expect(engine.sendLimits.get('camera')).to.deep.equal({ maxBitrateBps: null, maxFrameRate: null, scaleDownBy: null });
    const { width = 0, height = 0 } = media.running.get('camera')![0]!.getSettings();
    world.setPower({ isBatteryLow: true });
    expect(call.state.power.isBatteryLow).to.equal(true);
    await settle();
    expect(engine.sendLimits.get('camera')).to.deep.equal({
      maxBitrateBps: 300_000,
      maxFrameRate: 15,
      scaleDownBy: Math.max(1, Math.max(width, height) / 480),
    });
    expect(engine.sendLimits.get('microphone')!.maxBitrateBps).to.equal(24_000);
    world.setPower({ isBatteryLow: false });
    await settle();
    expect(engine.sendLimits.get('camera')).to.deep.equal({ maxBitrateBps: null, maxFrameRate: null, scaleDownBy: null });
    expect(engine.sendLimits.get('microphone')!.maxBitrateBps).to.equal(64_000);
  });

  it('starts lower on a phone, for each engine, by the size of what is captured', async () => {
    const { call, engines, media } = createCallHarness({ world: { isHandheld: true } });
    media.settings.camera = { width: 720, height: 1280 };
    await call.join();
    await settle();
    // Before what decides is loaded, nobody is sent more.
    expect(engines[0]!.sendLimits.get('camera')!.maxBitrateBps).to.equal(300_000);
    await loadLate();
    await call.leave();
    await call.join();
    await settle();
    await loadLate();
    for (const engine of engines) {
      expect(engine.sendLimits.get('camera')).to.deep.equal({ maxBitrateBps: 500_000, maxFrameRate: 24, scaleDownBy: 2 });
      expect(engine.sendLimits.get('microphone')!.maxBitrateBps).to.equal(32_000);
    }
    media.settings.camera = { width: 640, height: 360 };
    await call.selectDevice('camera', 'back');
    await settle();
    expect(engines[1]!.sendLimits.get('camera')!.scaleDownBy).to.equal(1);
  });
});

describe('a page that nobody sees', () => {
  it('puts the camera of a phone out for the others too, and back as it was', async () => {
    const { call, world, media, engine } = await createJoinedCall({ world: { isHandheld: true } });
    engine.meet('ada');
    const track = media.running.get('camera')![0]!;
    world.setPage('hidden');
    expect(track.readyState).to.equal('ended');
    await settle();
    expect([call.state.camera, call.state.microphone]).to.deep.equal(['off', 'on']);
    expect(engine.published.get('camera')).to.equal(null);
    expect(engine.sent.at(-1)!.data).to.include({ camera: false, microphone: true });
    world.setPage('visible');
    await settle();
    expect(call.state.camera).to.equal('on');
    expect(engine.published.get('camera')).to.equal(media.running.get('camera')![0]);
    expect(engine.sent.at(-1)!.data).to.include({ camera: true });
  });

  it('turns on no camera that was off', async () => {
    const { call, world, media } = await createJoinedCall({ world: { isHandheld: true }, input: { cameraOff: true } });
    world.setPage('hidden');
    world.setPage('visible');
    await settle();
    expect(call.state.camera).to.equal('off');
    expect(media.captureCalls.filter(({ source }) => source === 'camera')).to.deep.equal([]);
  });

  it('starts no camera while it is hidden, and the one last wished for when it is shown', async () => {
    const { call, world, media } = createCallHarness({ world: { isHandheld: true, isHidden: true } });
    await call.join();
    await settle();
    expect([call.state.camera, media.running.has('camera')]).to.deep.equal(['off', false]);
    await call.setCamera(false);
    await call.setCamera(true);
    expect(media.running.has('camera')).to.equal(false);
    world.setPage('visible');
    await settle();
    expect(call.state.camera).to.equal('on');
    world.setPage('hidden');
    await call.setCamera(false);
    world.setPage('visible');
    await settle();
    expect(call.state.camera).to.equal('off');
  });

  it('stops nothing on a desktop', async () => {
    const { call, world, media } = await createJoinedCall();
    const track = media.running.get('camera')![0]!;
    world.setPage('hidden');
    await settle();
    expect([call.state.camera, track.readyState]).to.deep.equal(['on', 'live']);
  });
});

describe('a microphone that the system has taken', () => {
  it('is blocked while it lasts, for the others muted, and on again when given back', async () => {
    const { call, media, engine, named } = await createJoinedCall({ input: { cameraOff: true } });
    engine.meet('ada');
    const track = media.running.get('microphone')![0];
    media.mute('microphone', true);
    await settle();
    expect(call.state.microphone).to.equal('blocked');
    expect(call.state.mediaErrors.microphone!.code).to.equal('media/device-in-use');
    expect(call.state.mediaErrors.microphone!.detail).to.deep.equal({ isInterruption: true });
    expect(engine.sent.at(-1)!.data).to.include({ microphone: false });
    media.mute('microphone', false);
    await settle();
    expect([call.state.microphone, call.state.mediaErrors.microphone]).to.deep.equal(['on', null]);
    expect(engine.sent.at(-1)!.data).to.include({ microphone: true });
    expect(engine.published.get('microphone')).to.equal(track);
    expect(named('error')).to.deep.equal([]);
  });

  it('is taken back when the page is shown again and it was not given back', async () => {
    const { call, media, world, clock, engine } = await createJoinedCall({ input: { cameraOff: true } });
    const track = media.running.get('microphone')![0];
    world.setPage('hidden');
    media.mute('microphone', true);
    await settle();
    world.setPage('visible');
    clock.pass(1900);
    await settle();
    expect(media.running.get('microphone')![0]).to.equal(track);
    clock.pass(200);
    await settle();
    expect(call.state.microphone).to.equal('on');
    expect(media.running.get('microphone')![0]).to.not.equal(track);
    expect(engine.published.get('microphone')).to.equal(media.running.get('microphone')![0]);
  });

  it('that was given back in time is left as it is', async () => {
    const { media, world, clock } = await createJoinedCall({ input: { cameraOff: true } });
    world.setPage('hidden');
    media.mute('microphone', true);
    world.setPage('visible');
    media.mute('microphone', false);
    clock.pass(5000);
    await settle();
    expect(media.captureCalls.filter(({ source }) => source === 'microphone')).to.have.length(1);
  });

  it('is taken back by asking for it, and can be turned off', async () => {
    const { call, media } = await createJoinedCall({ input: { cameraOff: true } });
    media.mute('microphone', true);
    await settle();
    await call.setMicrophone(true);
    expect(call.state.microphone).to.equal('on');
    media.mute('microphone', true);
    await settle();
    await call.setMicrophone(false);
    expect([call.state.microphone, call.state.mediaErrors.microphone]).to.deep.equal(['off', null]);
  });

  it('stays blocked, with the reason, when it cannot be taken back', async () => {
    const { call, media } = await createJoinedCall({ input: { cameraOff: true } });
    media.mute('microphone', true);
    await settle();
    media.failures.microphone = Object.assign(new Error('busy'), { name: 'NotReadableError' });
    const error = await call.setMicrophone(true).catch((thrown: unknown) => thrown as NexError);
    expect((error as NexError).code).to.equal('media/device-in-use');
    expect(call.state.microphone).to.equal('blocked');
  });
});
