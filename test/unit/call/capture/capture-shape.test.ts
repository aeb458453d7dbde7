import { expect } from '@open-wc/testing';
import { Emitter } from '../../../../src/base/emitter.js';
import { NexError } from '../../../../src/base/nex-error.js';
import { Scope } from '../../../../src/base/scope.js';
import { CallSnapshot } from '../../../../src/call/state/call-snapshot.js';
import type { Adaptation, CallEvents } from '../../../../src/call/call.js';
import type { Captures } from '../../../../src/call/capture/captures.js';
import { CaptureShape } from '../../../../src/call/capture/late-capture-shape.js';
import { readOptions } from '../../../../src/call/read-options.js';
import type { ReceiveWish } from '../../../../src/engine/engine-port.js';
import { createStandingCall, settle } from '../../../support/call-harness.js';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.js';
import { FakeDeviceCare } from '../../../support/fake-device-care.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { FakeMedia, createVideoTrack } from '../../../support/fake-media.js';
import { fakeParticipant } from '../../../support/fake-participant.js';
import { FakeWorld } from '../../../support/fake-world.js';

const LARGE = { isVisible: true, width: 1920, height: 1080 };
const SMALL = { isVisible: true, width: 640, height: 360 };

describe('what the camera captures', () => {
  it('is asked of the camera that runs when it is chosen, without another capture', async () => {
    const harness = await createStandingCall();
    const { call, deviceCare, media } = harness;
    const starts = media.captureCalls.length;
    deviceCare.resized.length = 0;
    for (const choice of ['high', 'medium', 'low', 'auto'] as const) {
      await call.setVideoQuality(choice);
      await settle();
    }
    expect(deviceCare.resized).to.deep.equal(['1920×1080', '1280×720', '640×480', '1280×720']);
    expect(media.captureCalls.length).to.equal(starts);
  });

  it('is asked of the next camera too, and of nothing in the lobby', async () => {
    const harness = await createStandingCall({ input: { videoQuality: 'high' } });
    const { call, deviceCare } = harness;
    expect(new Set(deviceCare.resized)).to.deep.equal(new Set(['1920×1080']));
    await call.setCamera(false);
    deviceCare.resized.length = 0;
    await call.setCamera(true);
    await settle();
    expect(deviceCare.resized.at(-1)).to.equal('1920×1080');
    await call.leave();
    deviceCare.resized.length = 0;
    await call.setVideoQuality('low');
    await settle();
    expect(deviceCare.resized).to.deep.equal([]);
  });

  it('has what is sent follow at once', async () => {
    const harness = await createStandingCall();
    const { call, engine, media, deviceCare } = harness;
    engine.meet('ada');
    await settle();
    const track = media.running.get('camera')![0]!;
    deviceCare.resizeCamera = (_track, { width, height }) => {
      track.getSettings = () => ({ width, height });
      return Promise.resolve(true);
    };
    await call.setAdaptive(false);
    await call.setVideoQuality('low');
    await settle();
    expect(640 / engine.ownSendLimits.get('ada')!.get('camera')!.scaleDownBy!).to.equal(480);
    await call.setVideoQuality('high');
    await settle();
    expect(engine.ownSendLimits.get('ada')!.get('camera')).to.include({ scaleDownBy: 1, maxBitrateBps: 2_500_000, maxFrameRate: 30 });
  });
});

describe('what the camera captures by itself', () => {
  interface Bench {
    readonly clock: FakeClock;
    readonly asked: string[];
    readonly engine: FakeEngine;
    readonly snapshot: CallSnapshot;
    readonly show: (patch: Partial<Adaptation>) => Promise<void>;
    readonly wish: (wish: ReceiveWish) => Promise<void>;
  }

  async function createBench(): Promise<Bench> {
    const clock = createFakeClock();
    const world = new FakeWorld();
    const options = readOptions({ room: 'test' });
    const snapshot = new CallSnapshot({ options, media: new FakeMedia(), isHandheld: false, emitter: new Emitter<CallEvents>() });
    snapshot.patch({ participants: [fakeParticipant({ id: 'ada' })] });
    const track = createVideoTrack();
    const captures = { track: () => track, state: { microphone: 'off' }, keeper: null } as unknown as Captures;
    const care = new FakeDeviceCare();
    const engine = new FakeEngine();
    const shape = new CaptureShape({
      snapshot,
      captures,
      media: new FakeMedia(),
      world,
      clock,
      scope: new Scope(clock),
      loadPorts: () => Promise.resolve(care),
      onResized: () => undefined,
    });
    const wish = async (value: ReceiveWish): Promise<void> => {
      engine.wish('ada', value);
      await settle();
    };
    const show = async (patch: Partial<Adaptation>): Promise<void> => {
      snapshot.patch({ adaptation: { ...snapshot.state.adaptation, ...patch } });
      await settle();
    };
    shape.start(engine, [{ participantId: 'ada', source: 'camera', wish: LARGE }]);
    await settle();
    return { clock, asked: care.resized, engine, snapshot, show, wish };
  }

  const network: Adaptation['steps'] = [{ source: 'camera', to: '720p', reason: 'network' }];
  const processor: Adaptation['steps'] = [{ source: 'camera', to: '720p', reason: 'processor' }];
  const pass = async ({ clock }: Bench, seconds: number): Promise<void> => {
    clock.pass(seconds * 1000);
    await settle();
  };

  it('is more as soon as the network carries it, also for what was wished for before this was loaded', async () => {
    const { asked, show } = await createBench();
    await show({ budgetBps: 2_000_000 });
    expect(asked.at(-1)).to.equal('1280×720');
    await show({ budgetBps: 2_200_000 });
    expect(asked.at(-1)).to.equal('1920×1080');
  });

  it('is given up when the network does not carry it for 30 s, and rests for 3 min', async () => {
    const bench = await createBench();
    const { asked, show } = bench;
    await show({ budgetBps: 3_000_000 });
    await show({ steps: network });
    await pass(bench, 29);
    expect(asked.at(-1)).to.equal('1920×1080');
    await pass(bench, 2);
    expect(asked.at(-1)).to.equal('1280×720');
    await show({ steps: [], budgetBps: 3_100_000 });
    await pass(bench, 170);
    await show({ budgetBps: 3_200_000 });
    expect(asked.at(-1)).to.equal('1280×720');
    await pass(bench, 20);
    await show({ budgetBps: 3_300_000 });
    expect(asked.at(-1)).to.equal('1920×1080');
  });

  it('stays through a dip that is over sooner', async () => {
    const bench = await createBench();
    const { asked, show } = bench;
    await show({ budgetBps: 3_000_000 });
    for (let dip = 0; dip < 4; dip += 1) {
      await show({ steps: network });
      await pass(bench, 20);
      await show({ steps: [] });
      await pass(bench, 20);
    }
    expect(asked.at(-1)).to.equal('1920×1080');
  });

  it('is given up at once when the processor does not keep up, and rests', async () => {
    const bench = await createBench();
    const { asked, show } = bench;
    await show({ budgetBps: 3_000_000 });
    await show({ steps: processor });
    expect(asked.at(-1)).to.equal('1280×720');
    await show({ steps: [] });
    await pass(bench, 60);
    await show({ budgetBps: 3_100_000 });
    expect(asked.at(-1)).to.equal('1280×720');
  });

  it('waits a while when the picture is shown small, and is back at once when it is large again', async () => {
    const bench = await createBench();
    const { asked, show, wish } = bench;
    await show({ budgetBps: 3_000_000 });
    await wish(SMALL);
    await pass(bench, 29);
    expect(asked.at(-1)).to.equal('1920×1080');
    await pass(bench, 2);
    expect(asked.at(-1)).to.equal('1280×720');
    await wish(LARGE);
    expect(asked.at(-1)).to.equal('1920×1080');
  });
});

describe('how many channels the microphone is asked for', () => {
  it('is two with music quality: at once when it runs, and for the next one; else what it likes', async () => {
    const { call, media, engine } = await createStandingCall();
    expect(media.channelCounts).to.deep.equal([undefined]);
    await call.setAudioQuality('high');
    await settle();
    expect(media.channelCounts).to.have.length(1);
    const before = engine.published.get('microphone');
    await call.setAudioQuality('maximum');
    await settle();
    expect(media.channelCounts).to.deep.equal([undefined, 2]);
    expect(engine.published.get('microphone')).to.not.equal(before);
    expect(call.state.microphone).to.equal('on');
    await call.setAudioQuality('auto');
    await settle();
    expect(media.channelCounts).to.deep.equal([undefined, 2, undefined]);
  });

  it('is off, not silent, when it cannot be opened anew', async () => {
    const { call, media } = await createStandingCall();
    media.failures.microphone = new NexError('media/device-in-use', 'Busy');
    await call.setAudioQuality('maximum');
    await settle();
    expect(call.state.microphone).to.equal('off');
    delete media.failures.microphone;
    await call.setMicrophone(true);
    expect(media.channelCounts.at(-1)).to.equal(2);
  });

  it('is opened anew when it was muted meanwhile', async () => {
    const { call, media } = await createStandingCall();
    await call.setMicrophone(false);
    await call.setAudioQuality('maximum');
    await settle();
    expect(media.running.has('microphone')).to.equal(false);
    await call.setMicrophone(true);
    expect(media.channelCounts).to.deep.equal([undefined, 2]);
  });

  it('is one on a phone from the beginning, and two when music quality is chosen there', async () => {
    const { call, media } = await createStandingCall({ world: { isHandheld: true } });
    expect(media.channelCounts).to.deep.equal([1]);
    await call.setAudioQuality('maximum');
    await settle();
    expect(media.channelCounts).to.deep.equal([1, 2]);
  });
});
