import { expect } from '@open-wc/testing';
import { Scope } from '../../../../src/base/scope.js';
import { PictureOffers, type PictureOffersOptions } from '../../../../src/call/quality/late-picture-offers.js';
import { createFakeClock } from '../../../support/fake-clock.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { createCallHarness, loadLate, settle, type CallHarness } from '../../../support/call-harness.js';

const LARGE = { isVisible: true, width: 1280, height: 720 };

interface Picture {
  width: number;
  height: number;
}

describe('how large pictures are to be', () => {
  async function createStanding(
    camera: Picture = { width: 1280, height: 720 },
    beforeLate?: (harness: CallHarness) => void,
  ): Promise<CallHarness> {
    const harness = createCallHarness();
    harness.media.settings.camera = camera;
    await harness.call.join();
    await settle();
    beforeLate?.(harness);
    await loadLate();
    return harness;
  }

  const offers = ({ engine }: CallHarness): readonly unknown[] =>
    engine.sent.filter(({ data }) => (data as { kind?: string }).kind === 'picture').map(({ data, to }) => ({ ...(data as object), to }));

  const here = (harness: CallHarness): void => {
    harness.engine.meet('ada');
    harness.engine.tell('data', {
      participantId: 'ada',
      data: { kind: 'presence', name: 'Ada', joinedAt: 1, microphone: true, camera: true, screen: false },
    });
  };
  const offer = ({ engine }: CallHarness, width: unknown, height: unknown, frameRate?: unknown): void => {
    engine.tell('data', { participantId: 'ada', data: { kind: 'picture', width, height, frameRate } });
  };

  /** Statistics of a good connection over which a picture of that size comes, for so long; the level at the end. */
  async function watch(
    harness: CallHarness,
    picture: Picture,
    seconds: number,
    frameRate = 30,
  ): Promise<{ level: string; cause?: string }> {
    const { engine, clock, call } = harness;
    engine.getStats = () => {
      const at = clock.now();
      const stats: [string, unknown][] = [
        ['p', { id: 'p', type: 'candidate-pair', timestamp: at, nominated: true, state: 'succeeded', currentRoundTripTime: 0.01 }],
        [
          'v',
          {
            id: 'v',
            type: 'inbound-rtp',
            kind: 'video',
            mid: '1',
            timestamp: at,
            packetsReceived: at / 2,
            packetsLost: 0,
            framesDecoded: Math.floor((at * frameRate) / 1000),
            frameWidth: picture.width,
            frameHeight: picture.height,
          },
        ],
      ];
      return Promise.resolve(new Map([['ada', new Map(stats) as unknown as RTCStatsReport]]));
    };
    await import('../../../../src/call/quality/quality-meter.js');
    await loadLate();
    for (let second = 0; second < seconds; second += 1) {
      clock.pass(1000);
      await settle();
    }
    return call.state.participants[0]!.quality!;
  }

  it('is told to all when it changes, and to each who comes; nothing twice', async () => {
    const harness = await createStanding();
    const { call, engine } = harness;
    expect(offers(harness)).to.deep.equal([{ kind: 'picture', width: 1280, height: 720, to: undefined }]);
    engine.meet('ada');
    expect(offers(harness).at(-1)).to.deep.equal({ kind: 'picture', width: 1280, height: 720, to: 'ada' });
    await call.setVideoQuality('medium');
    await settle();
    const count = offers(harness).length;
    await call.setName('Other');
    expect(offers(harness)).to.have.length(count);
    await call.setVideoQuality('low');
    await settle();
    expect(offers(harness).at(-1)).to.deep.equal({ kind: 'picture', width: 480, height: 270, to: undefined });
  });

  it('counts against a connection that brings less than is wanted and could come, whose fault is not ours', async () => {
    const harness = await createStanding();
    here(harness);
    offer(harness, 1280, 720);
    harness.call.setReceiveWish('ada', 'camera', LARGE);
    expect(await watch(harness, { width: 1280, height: 720 }, 30)).to.deep.include({ level: 'excellent' });
    expect(await watch(harness, { width: 320, height: 180 }, 30)).to.deep.include({ level: 'poor', cause: 'remote' });
  });

  it('counts fewer frames than are wanted and could come', async () => {
    const harness = await createStanding();
    here(harness);
    offer(harness, 1280, 720, 30);
    harness.call.setReceiveWish('ada', 'camera', LARGE);
    expect(await watch(harness, LARGE, 30, 30)).to.deep.include({ level: 'excellent' });
    expect(await watch(harness, LARGE, 30, 8)).to.deep.include({ level: 'poor', cause: 'remote' });
    offer(harness, 1280, 720, 8);
    expect(await watch(harness, LARGE, 30, 8), 'a dark room').to.deep.include({ level: 'excellent' });
    offer(harness, 1280, 720);
    expect(await watch(harness, LARGE, 30, 8), 'not told').to.deep.include({ level: 'excellent' });
  });

  it('tells how many frames the camera brings, when that has changed', async () => {
    const harness = await createStanding();
    const track = harness.call.state.self.cameraStream!.getVideoTracks()[0]!;
    let frames = 0;
    Object.defineProperty(track, 'stats', { get: () => ({ deliveredFrames: frames }) });
    const pass = async (seconds: number, rate: number) => {
      for (let passed = 0; passed < seconds; passed += 1) {
        frames += rate;
        harness.clock.pass(1000);
        await settle();
      }
    };
    const rates = () => offers(harness).map((one) => (one as { frameRate?: number }).frameRate);
    await pass(10, 30);
    expect(rates()).to.deep.equal([undefined, 30]);
    await pass(20, 28);
    expect(rates(), 'hardly another').to.deep.equal([undefined, 30]);
    await pass(10, 10);
    expect(rates()).to.include(10);
    await harness.call.setVideoQuality('low');
    await pass(10, 30);
    expect(rates().at(-1), 'what is chosen to be sent').to.equal(15);
  });

  it('counts what was said and wished for before this was loaded', async () => {
    const harness = await createStanding(undefined, (early) => {
      here(early);
      offer(early, 1280, 720);
      early.call.setReceiveWish('ada', 'camera', LARGE);
    });
    expect((await watch(harness, { width: 320, height: 180 }, 40)).level).to.equal('poor');
  });

  const innocent: Readonly<Record<string, (harness: CallHarness) => void>> = {
    'the other has no more, by its camera or by choice': (harness) => {
      offer(harness, 320, 180);
    },
    'the other does not say how much it has': () => undefined,
    'what it says is no size': (harness) => {
      for (const side of [-1, 1.5, Number.NaN, 1e9, '1280', null]) offer(harness, side, 720);
    },
    'it is shown small': (harness) => {
      offer(harness, 1280, 720);
      harness.call.setReceiveWish('ada', 'camera', { isVisible: true, width: 320, height: 180 });
    },
    'it is not shown': (harness) => {
      offer(harness, 1280, 720);
      harness.call.setReceiveWish('ada', 'camera', { isVisible: false, width: 0, height: 0 });
    },
  };
  for (const [name, arrange] of Object.entries(innocent)) {
    it(`does not count when ${name}`, async () => {
      const harness = await createStanding();
      here(harness);
      harness.call.setReceiveWish('ada', 'camera', LARGE);
      arrange(harness);
      expect((await watch(harness, { width: 320, height: 180 }, 40)).level).to.equal('excellent');
    });
  }

  it('keeps nothing of how pictures of those who left were shown', () => {
    const ids = ['ada', 'bob', 'cem'];
    const wishes = new Map(ids.flatMap((id) => [`camera ${id}`, `screen ${id}`].map((key) => [key, LARGE] as const)));
    const engine = new FakeEngine();
    const state = { participants: ids.map((id) => ({ id })), options: {}, adaptation: { steps: [] } };
    const pictures = new PictureOffers({
      snapshot: { state, store: { subscribe: () => () => undefined } },
      captures: { track: () => null },
      world: {},
      scope: new Scope(createFakeClock()),
      wishes,
    } as unknown as PictureOffersOptions);
    pictures.start(engine, []);
    engine.part('ada');
    expect([...wishes.keys()]).to.deep.equal(['camera bob', 'screen bob', 'camera cem', 'screen cem']);
    // Its tile goes after it.
    wishes.set('camera ada', { isVisible: false, width: 0, height: 0 });
    state.participants = state.participants.filter(({ id }) => id !== 'ada');
    engine.part('bob');
    expect([...wishes.keys()]).to.deep.equal(['camera cem', 'screen cem']);
    pictures.stop();
  });
});
