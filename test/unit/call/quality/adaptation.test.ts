import { expect } from '@open-wc/testing';
import type { SendLimit } from '../../../../src/engine/engine-port.js';
import { createCallHarness, loadLate, settle, type CallHarness, type HarnessOptions } from '../../../support/call-harness.js';
import type { FakeEngine } from '../../../support/fake-engine.js';

const HIDDEN = { isVisible: false, width: 0, height: 0 };

async function createJoined(options: HarnessOptions = {}): Promise<CallHarness> {
  const harness = createCallHarness(options);
  harness.media.settings.camera = { width: 1280, height: 720 };
  await harness.call.join();
  await settle();
  return harness;
}

async function withTwo(options: HarnessOptions = {}): Promise<CallHarness> {
  const harness = await createJoined(options);
  await loadLate();
  for (const id of ['ada', 'ben']) harness.engine.meet(id);
  await settle();
  return harness;
}

const camera = (engine: FakeEngine, id: string): SendLimit => engine.ownSendLimits.get(id)!.get('camera')!;

describe('adapting what is sent', () => {
  it('divides one budget among those who are here, and again when somebody goes', async () => {
    const { engine, call } = await withTwo();
    const half = camera(engine, 'ada').maxBitrateBps!;
    expect(half).to.equal(camera(engine, 'ben').maxBitrateBps!);
    expect(half).to.be.within(700_000, 900_000);
    expect(call.state.adaptation.budgetBps).to.equal(2_000_000);
    engine.part('ben');
    await settle();
    expect(camera(engine, 'ada').maxBitrateBps).to.be.above(half * 0.99);
    await call.leave();
    expect(call.state.adaptation).to.deep.equal({ isAdaptive: true, isSigning: false, budgetBps: null, steps: [] });
  });

  it('sends nothing to one who does not look, as large as it is seen to the other, also when told before this was loaded', async () => {
    const { engine } = await createJoined();
    engine.meet('ada');
    engine.meet('ben');
    engine.wish('ada', HIDDEN);
    engine.wish('ben', { isVisible: true, width: 320, height: 180 });
    await loadLate();
    expect(camera(engine, 'ada').isOff).to.equal(true);
    expect(camera(engine, 'ben').maxBitrateBps).to.be.at.most(160_000);
    engine.wish('ada', { isVisible: true, width: 1280, height: 720 });
    await settle();
    expect(camera(engine, 'ada').isOff ?? false).to.equal(false);
    expect(camera(engine, 'ada').maxBitrateBps).to.be.above(1_000_000);
  });

  it('tells the engine nothing that it was told', async () => {
    const { engine, call } = await withTwo();
    const count = engine.sendLimitCalls.length;
    engine.wish('ada', { isVisible: true, width: 4000, height: 3000 });
    await call.setName('Other');
    await settle();
    expect(engine.sendLimitCalls.length).to.equal(count);
  });

  it('lowers for a low battery at once, says so, and is undone by hand', async () => {
    const { engine, call, world } = await withTwo();
    let told = 0;
    call.subscribe(
      (state) => state.adaptation,
      () => {
        told += 1;
      },
    );
    world.setPower({ isBatteryLow: true });
    await settle();
    expect(camera(engine, 'ada').maxBitrateBps).to.be.at.most(300_000);
    expect(call.state.adaptation.steps).to.deep.include({ source: 'camera', to: '360p', reason: 'battery' });
    expect(Object.isFrozen(call.state.adaptation.steps)).to.equal(true);
    expect(told).to.equal(1);
    await call.setVideoQuality('medium');
    await settle();
    expect(camera(engine, 'ada').maxBitrateBps).to.be.above(300_000);
    expect(call.state.adaptation.steps.some(({ source, reason }) => source === 'camera' && reason === 'battery')).to.equal(false);
  });

  it('sends what was chosen when it is told not to adapt', async () => {
    const { engine, call } = await withTwo({ world: { isHandheld: true } });
    await call.setAdaptive(false);
    await call.setVideoQuality('medium');
    await settle();
    expect(call.state.adaptation.isAdaptive).to.equal(false);
    expect(camera(engine, 'ada').maxBitrateBps).to.equal(1_000_000);
    await call.setAdaptive(true);
    await call.setVideoQuality('auto');
    await settle();
    expect(camera(engine, 'ada').maxBitrateBps).to.be.at.most(500_000);
  });

  it('keeps a limit for all together', async () => {
    const { engine, call } = await withTwo();
    await call.setBandwidthLimit(400);
    await settle();
    const sound = engine.sendLimits.get('microphone')!.maxBitrateBps!;
    const pictures = ['ada', 'ben'].reduce((sum, id) => sum + (camera(engine, id).maxBitrateBps ?? 0), 0);
    expect(2 * sound + pictures).to.be.at.most(400_000);
    expect(call.state.adaptation.steps[0]!.reason).to.equal('limit');
    await call.setBandwidthLimit(null);
    await settle();
    expect(camera(engine, 'ada').maxBitrateBps).to.be.above(700_000);
    expect(call.state.adaptation.steps.some(({ reason }) => reason === 'limit')).to.equal(false);
  });

  it('sends two channels with music quality only, also when the network carries less', async () => {
    const { engine, call } = await withTwo();
    expect(engine.sendLimits.get('microphone')!.isStereo ?? false).to.equal(false);
    await call.setAudioQuality('maximum');
    expect(engine.sendLimits.get('microphone')).to.include({ isStereo: true, maxBitrateBps: 128_000 });
    await call.setBandwidthLimit(300);
    expect(engine.sendLimits.get('microphone')!.maxBitrateBps).to.be.below(128_000);
    expect(engine.sendLimits.get('microphone')!.isStereo).to.equal(true);
    await call.setBandwidthLimit(null);
    await call.setAudioQuality('high');
    expect(engine.sendLimits.get('microphone')!.isStereo ?? false).to.equal(false);
  });

  it('tells the others that a camera that is sent to nobody is off', async () => {
    const { engine, call } = await withTwo();
    await call.setVideoQuality('off');
    await settle();
    expect(camera(engine, 'ada').isOff).to.equal(true);
    expect(engine.sent.at(-1)!.data).to.include({ camera: false });
    expect(call.state.camera).to.equal('on');
    await call.setVideoQuality('auto');
    await settle();
    expect(engine.sent.at(-1)!.data).to.include({ camera: true });
    expect(camera(engine, 'ada').isOff ?? false).to.equal(false);
  });

  it('does not say that a camera is off that nobody looks at', async () => {
    const { engine, call } = await withTwo();
    for (const id of ['ada', 'ben']) engine.wish(id, HIDDEN);
    await settle();
    expect(call.state.adaptation.steps).to.deep.include({ source: 'camera', to: 'off', reason: 'unseen' });
    expect(engine.sent.filter(({ data }) => (data as { camera?: boolean }).camera === false)).to.deep.equal([]);
  });

  it('keeps movement for one who signs', async () => {
    const { engine, call } = await withTwo({ input: { bandwidthLimit: 600 } });
    await call.setSigning(true);
    await settle();
    expect(call.state.adaptation.isSigning).to.equal(true);
    expect(camera(engine, 'ada').maxFrameRate).to.be.at.least(20);
  });

  it('lowers a picture of which packets begin to be sent twice, before all statistics are read again', async () => {
    const { engine, clock } = await withTwo();
    await import('../../../../src/call/quality/quality-meter.js');
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    let packets = 0;
    let resent = 0;
    const read = async (durationMs: number, lost: number): Promise<void> => {
      for (let ms = 0; ms < durationMs; ms += 250) {
        packets += 20 + lost;
        resent += lost;
        const video = { id: 'v', type: 'outbound-rtp', kind: 'video', ssrc: 1, packetsSent: packets, retransmittedPacketsSent: resent };
        const timestamp = clock.now() + 250;
        const report = new Map([['v', { ...video, timestamp, bytesSent: packets * 1000 }]]) as unknown as RTCStatsReport;
        engine.stats = new Map([
          ['ada', report],
          ['ben', report],
        ]);
        clock.pass(250);
        await settle();
      }
    };
    await read(20_250, 0);
    const before = camera(engine, 'ada').maxBitrateBps!;
    await read(250, 3);
    expect(camera(engine, 'ada').maxBitrateBps).to.be.at.least(before);
    await read(1250, 3);
    expect(camera(engine, 'ada').maxBitrateBps).to.be.below(before * 0.75);
  });
});
