import { aTimeout, expect } from '@open-wc/testing';
import type { SendLimit, TrackSource } from '../../../../src/engine/engine-port.js';
import { SenderSettings } from '../../../../src/engine/tuning/sender-settings.js';

/** Takes each change when told; refuses parameters that were read before another change, as browsers do. */
class SlowSender {
  readonly written: RTCRtpSendParameters[] = [];
  isRefusing: (parameters: RTCRtpSendParameters) => boolean = () => false;
  inFlight = 0;
  #settle: (() => void) | null = null;

  getParameters(): RTCRtpSendParameters {
    return structuredClone(this.written.at(-1) ?? ({ encodings: [{ active: true }] } as RTCRtpSendParameters));
  }

  setParameters(parameters: RTCRtpSendParameters): Promise<void> {
    expect(this.inFlight, 'changes under way').to.equal(0);
    this.inFlight += 1;
    return new Promise((resolve, reject) => {
      this.#settle = (): void => {
        this.inFlight -= 1;
        if (this.isRefusing(parameters)) reject(new DOMException('No', 'InvalidModificationError'));
        else {
          this.written.push(structuredClone(parameters));
          resolve();
        }
      };
    });
  }

  async settle(): Promise<void> {
    this.#settle?.();
    this.#settle = null;
    await aTimeout(0);
  }

  async settleAll(): Promise<void> {
    for (let change = 0; change < 10; change += 1) await this.settle();
  }
}

const wish = (change: Partial<SendLimit> = {}): SendLimit => ({
  maxBitrateBps: null,
  maxFrameRate: null,
  scaleDownBy: null,
  ...change,
});

describe('SenderSettings', () => {
  const create = (source: TrackSource = 'camera', needsSwitch = false): { sender: SlowSender; settings: SenderSettings } => {
    const sender = new SlowSender();
    return { sender, settings: new SenderSettings(sender as unknown as RTCRtpSender, source, needsSwitch) };
  };

  it('sets what is wished, and gives the browser its choice back', async () => {
    const { sender, settings } = create();
    settings.set(wish({ maxBitrateBps: 300_000, maxFrameRate: 15, scaleDownBy: 2 }));
    await sender.settle();
    expect(sender.written.at(-1)).to.deep.equal({
      degradationPreference: 'maintain-framerate',
      encodings: [
        { active: true, maxBitrate: 300_000, maxFramerate: 15, scaleResolutionDownBy: 2, priority: 'low', networkPriority: 'low' },
      ],
    });
    settings.set(wish());
    await sender.settle();
    expect(sender.written.at(-1)?.encodings).to.deep.equal([{ active: true, priority: 'low', networkPriority: 'low' }]);
  });

  it('puts sound first, then the screen, then the camera, unless told otherwise', async () => {
    const priorities = [];
    for (const source of ['microphone', 'screen-audio', 'screen', 'camera'] as const) {
      const { sender, settings } = create(source);
      settings.set(wish());
      await sender.settle();
      settings.set(wish({ priority: 'very-low' }));
      await sender.settle();
      priorities.push(sender.written.map(({ encodings }) => encodings[0]?.priority));
    }
    expect(priorities).to.deep.equal([
      ['high', 'very-low'],
      ['high', 'very-low'],
      ['medium', 'very-low'],
      ['low', 'very-low'],
    ]);
  });

  it('keeps the size of a screen, and what a caller wants kept', async () => {
    const { sender, settings } = create('screen');
    settings.set(wish());
    await sender.settle();
    settings.set(wish({ degradationPreference: 'balanced' }));
    await sender.settle();
    expect(sender.written.map(({ degradationPreference }) => degradationPreference)).to.deep.equal(['maintain-resolution', 'balanced']);
  });

  it('does not bound the frames or the size of sound', async () => {
    const { sender, settings } = create('microphone');
    settings.set(wish({ maxBitrateBps: 24_000, maxFrameRate: 15, scaleDownBy: 2 }));
    await sender.settle();
    expect(sender.written).to.deep.equal([
      { encodings: [{ active: true, maxBitrate: 24_000, priority: 'high', networkPriority: 'high' }] },
    ]);
  });

  it('has one change under way and sets only the last of what was wished meanwhile', async () => {
    const { sender, settings } = create();
    for (const maxBitrateBps of [1, 2, 3, 4]) settings.set(wish({ maxBitrateBps }));
    await sender.settleAll();
    expect(sender.written.map(({ encodings }) => encodings[0]?.maxBitrate)).to.deep.equal([1, 4]);
  });

  it('sets nothing when nothing changed, nor when a change was taken back in time', async () => {
    const { sender, settings } = create();
    settings.set(wish());
    await sender.settleAll();
    settings.set(wish());
    await sender.settleAll();
    expect(sender.written).to.have.length(1);
    settings.set(wish({ maxBitrateBps: 4 }));
    settings.set(wish({ maxBitrateBps: 5 }));
    settings.set(wish({ maxBitrateBps: 4 }));
    await sender.settleAll();
    expect(sender.written.map(({ encodings }) => encodings[0]?.maxBitrate)).to.deep.equal([undefined, 4]);
  });

  it('starts a picture anew by switching it off and on', async () => {
    const { sender, settings } = create();
    settings.set(wish());
    await sender.settleAll();
    settings.restart();
    await sender.settleAll();
    expect(sender.written.map(({ encodings }) => encodings[0]?.active)).to.deep.equal([true, false, true]);
  });

  it('starts nothing anew that has not begun, and begins with what is wished', async () => {
    const { sender, settings } = create();
    settings.restart();
    await sender.settleAll();
    expect(sender.written).to.have.length(0);
    settings.set(wish({ maxBitrateBps: 7 }));
    await sender.settleAll();
    expect(sender.written.at(-1)?.encodings[0]).to.include({ active: true, maxBitrate: 7 });
  });

  it('leaves a picture that is off as it is, for its track is gone', async () => {
    const { sender, settings } = create();
    settings.set(wish({ maxBitrateBps: 7 }));
    await sender.settleAll();
    settings.set({ isOff: true });
    await sender.settleAll();
    settings.set(wish({ maxBitrateBps: 7 }));
    await sender.settleAll();
    expect(sender.written).to.have.length(1);
  });

  it('switches it off, with its bounds, where the browser goes on without a track', async () => {
    const { sender, settings } = create('camera', true);
    settings.set(wish({ maxBitrateBps: 7 }));
    await sender.settleAll();
    settings.set({ isOff: true });
    await sender.settleAll();
    expect(sender.written.at(-1)?.encodings[0]).to.include({ active: false, maxBitrate: 7 });
    settings.set(wish({ maxBitrateBps: 9 }));
    await sender.settleAll();
    expect(sender.written.at(-1)?.encodings[0]).to.include({ active: true, maxBitrate: 9 });
  });

  it('still stops a picture where the browser refuses a bound', async () => {
    const { sender, settings } = create('camera', true);
    sender.isRefusing = ({ encodings }) => encodings[0]?.maxFramerate !== undefined;
    settings.set(wish({ maxFrameRate: 15 }));
    settings.set({ isOff: true });
    await sender.settleAll();
    expect(sender.written.at(-1)?.encodings[0]?.active).to.equal(false);
  });

  it('still starts a picture anew where the browser refuses a bound, and goes on with the next wish', async () => {
    const { sender, settings } = create();
    sender.isRefusing = ({ encodings }) => encodings[0]?.maxFramerate !== undefined;
    settings.set(wish({ maxFrameRate: 15 }));
    await sender.settleAll();
    settings.restart();
    await sender.settleAll();
    expect(sender.written.map(({ encodings }) => encodings[0]?.active)).to.deep.equal([true, false, true]);
    settings.set(wish({ maxBitrateBps: 7 }));
    await sender.settleAll();
    expect(sender.written.at(-1)?.encodings[0]).to.include({ active: true, maxBitrate: 7 });
  });
});
