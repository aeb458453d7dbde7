import { expect } from '@open-wc/testing';
import { createCall, type Call } from '../../src/index.js';
import { pause, until } from '../support/mesh-harness.js';

interface Sent {
  readonly bytes: number;
  readonly width: number;
  readonly frames: number;
}

const LONG_MS = 20_000;

describe('what is sent, over real connections', () => {
  let server = '';
  let calls: Call[] = [];

  before(async () => {
    server = ((await (await fetch('/__peer-server')).json()) as { url: string }).url;
  });
  afterEach(async () => {
    await Promise.all(calls.map((call) => call.close()));
    calls = [];
  });

  /** Two who are together, after what decides about sending is loaded. */
  async function together(room: string): Promise<readonly [Call, Call]> {
    const [ana, ben] = ['Ana', 'Ben'].map((name) => createCall({ room, name, server })) as [Call, Call];
    calls = [ana, ben];
    for (const call of calls) await call.join();
    await until(() => calls.every(({ state }) => state.participants[0]?.camera === 'on'), 'together', LONG_MS);
    await until(() => ana.state.adaptation.budgetBps !== null, 'a budget', LONG_MS);
    return [ana, ben];
  }

  /** Pictures and sound that went to the other one so far; the height of the picture as encoded. */
  async function sentBy(call: Call, kind: 'video' | 'all' = 'video'): Promise<Sent> {
    let [bytes, width, frames] = [0, 0, 0];
    for (const report of (await call.getStats()).values()) {
      report.forEach((stat: Readonly<Record<string, unknown>>) => {
        if (stat['type'] !== 'outbound-rtp' || (kind === 'video' && stat['kind'] !== 'video')) return;
        bytes += Number(stat['bytesSent'] ?? 0) + (kind === 'all' ? Number(stat['headerBytesSent'] ?? 0) : 0);
        width = Math.max(width, Number(stat['frameWidth'] ?? 0));
        frames += Number(stat['framesEncoded'] ?? 0);
      });
    }
    return { bytes, width, frames };
  }

  /**
   * Waits until nothing of the pictures was sent for a second, and no frame was encoded from half a second on. A burst of
   * old packets may follow the last frame: the browser probes the line with them (Chromium, some 9 kB).
   */
  async function atRest(call: Call): Promise<Sent> {
    await pause(500);
    let last = await sentBy(call);
    const { frames } = last;
    await until(
      async () => {
        const { bytes } = last;
        await pause(1000);
        last = await sentBy(call);
        return last.bytes === bytes;
      },
      'no bytes of pictures',
      LONG_MS,
    );
    expect(last.frames).to.equal(frames);
    return last;
  }

  it('sends nothing of the camera to one who does not see it, and all again when it does', async () => {
    const [ana, ben] = await together('unseen');
    await until(async () => (await sentBy(ana)).frames > 3, 'frames', LONG_MS);
    ben.setReceiveWish(ana.state.self.id, 'camera', { isVisible: false, width: 0, height: 0 });
    await until(() => ana.state.adaptation.steps.some(({ reason }) => reason === 'unseen'), 'unseen', LONG_MS);
    const before = await atRest(ana);
    ben.setReceiveWish(ana.state.self.id, 'camera', { isVisible: true, width: 1280, height: 720 });
    await until(async () => (await sentBy(ana)).frames > before.frames, 'frames again', LONG_MS);
    expect(ana.state.adaptation.steps.filter(({ reason }) => reason === 'unseen')).to.deep.equal([]);
  });

  it('encodes what was chosen', async () => {
    const [ana] = await together('chosen');
    await until(async () => (await sentBy(ana)).width > 480, 'a large picture', LONG_MS);
    await ana.setVideoQuality('low');
    await until(async () => (await sentBy(ana)).width <= 480, 'a small picture', LONG_MS);
    await ana.setVideoQuality('medium');
    await until(async () => (await sentBy(ana)).width > 480, 'a large picture again', LONG_MS);
    await ana.setVideoQuality('off');
    await atRest(ana);
  });

  it('keeps a limit', async () => {
    const [ana] = await together('limit');
    await ana.setBandwidthLimit(300);
    await pause(2000);
    const before = await sentBy(ana, 'all');
    const startedAtMs = performance.now();
    await pause(5000);
    const sentBits = ((await sentBy(ana, 'all')).bytes - before.bytes) * 8;
    expect(sentBits / ((performance.now() - startedAtMs) / 1000)).to.be.within(20_000, 300_000 * 1.2);
  });
});
