import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-video-grid.js';
import type { NexVideoGrid } from '../../elements/video-grid/nex-video-grid.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';
import { fakeVideoStream } from '../support/fake-video-stream.js';

const LONG = { timeout: 20_000 };

function replace(target: object, key: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { value, configurable: true });
  return () => {
    if (before) Object.defineProperty(target, key, before);
    else Reflect.deleteProperty(target, key);
  };
}

describe('on a device with little memory', () => {
  let restores: (() => void)[] = [];
  afterEach(() => {
    for (const restore of restores) restore();
    restores = [];
  });

  async function show(gibibytes: number): Promise<{ readonly shown: () => number; readonly widest: () => number }> {
    restores = [replace(navigator, 'deviceMemory', gibibytes), replace(globalThis, 'devicePixelRatio', 2)];
    const people = Array.from({ length: 7 }, (_, index) =>
      fakeParticipant({ id: `p${String(index)}`, name: 'x', camera: 'on', cameraStream: fakeVideoStream(10) }),
    );
    const call: FakeCall = createFakeCall({ status: 'connected', participants: people });
    const holder = await fixture<HTMLElement>(
      html`<main style="inline-size: 800px; block-size: 500px"><nex-video-grid .call=${call} max-tiles="9"></nex-video-grid></main>`,
    );
    const grid = holder.querySelector<NexVideoGrid>('nex-video-grid')!;
    await waitUntil(() => grid.shadowRoot!.querySelector('[role="status"]'), 'layouts', LONG);
    for (let frame = 0; frame < 4; frame += 1) await nextFrame();
    const wishes = (): readonly { width: number; isVisible: boolean }[] =>
      call.calls.filter(({ intent }) => intent === 'setReceiveWish').map(({ args }) => args[2] as { width: number; isVisible: boolean });
    await waitUntil(() => wishes().some(({ isVisible }) => isVisible), 'wishes', LONG);
    return {
      shown: () => grid.shadowRoot!.querySelectorAll('nex-video-tile').length,
      widest: () => {
        const tile = grid.shadowRoot!.querySelector('nex-video-tile')!;
        return Math.max(...wishes().map(({ width }) => width)) / tile.getBoundingClientRect().width;
      },
    };
  }

  it('fewer pictures are shown at once, and none is asked for in more than the pixels of the page', async () => {
    const { shown, widest } = await show(2);
    await waitUntil(() => shown() === 4, 'four', LONG);
    expect(widest()).to.be.below(1.3);
  });

  it('which others are not', async () => {
    const { shown, widest } = await show(4);
    expect(shown()).to.equal(8);
    expect(widest()).to.be.above(1.7);
  });
});
