import { expect } from '@open-wc/testing';
import { systemClock } from '../../../src/base/clock.js';
import { createBrowserMedia, type BrowserMediaOptions } from '../../../src/media/browser-media.js';
import { resizeCamera } from '../../../src/media/late-resize-camera.js';
import type { Media } from '../../../src/media/media-port.js';

describe('resizeCamera', () => {
  let media: Media | null = null;
  afterEach(() => media?.close());

  async function camera(constraints?: BrowserMediaOptions['constraints']): Promise<MediaStreamTrack> {
    media = createBrowserMedia({ clock: systemClock, ...(constraints && { constraints }) });
    return media.captureCamera(null);
  }

  const sizeOf = (track: MediaStreamTrack): readonly (number | undefined)[] => [track.getSettings().width, track.getSettings().height];

  it('has a camera that runs give more and less, without another capture', async () => {
    const track = await camera();
    expect(sizeOf(track)).to.deep.equal([1280, 720]);
    for (const [width, height] of [
      [1920, 1080],
      [640, 480],
      [1280, 720],
    ] as const) {
      expect(await resizeCamera(track, { width, height })).to.equal(true);
      expect(sizeOf(track)).to.deep.equal([width, height]);
      expect(track.readyState).to.equal('live');
    }
    expect(await resizeCamera(track, { width: 1280, height: 720 }), 'what it gives already').to.equal(false);
  });

  it('keeps the device that was asked for', async () => {
    const track = await camera();
    const { deviceId } = track.getSettings();
    media!.close();
    media = createBrowserMedia({ clock: systemClock });
    const chosen = await media.captureCamera(deviceId!);
    await resizeCamera(chosen, { width: 1920, height: 1080 });
    expect(JSON.stringify(chosen.getConstraints().deviceId)).to.contain(deviceId);
    expect(chosen.getSettings().deviceId).to.equal(deviceId);
  });

  const own: readonly [string, MediaTrackConstraints][] = [
    ['must have', { width: { exact: 320 }, height: { exact: 240 } }],
    ['would like to have', { width: { ideal: 800 }, height: { ideal: 600 } }],
    ['wants at most', { width: { ideal: 1280, max: 1280 } }],
  ];
  for (const [name, constraints] of own) {
    it(`leaves alone what the page ${name}`, async () => {
      const track = await camera({ camera: constraints });
      const before = sizeOf(track);
      expect(await resizeCamera(track, { width: 1920, height: 1080 })).to.equal(false);
      expect(sizeOf(track)).to.deep.equal(before);
    });
  }

  it('leaves a camera as it is that refuses', async () => {
    const track = await camera();
    track.applyConstraints = () => Promise.reject(new DOMException('No', 'OverconstrainedError'));
    expect(await resizeCamera(track, { width: 1920, height: 1080 })).to.equal(false);
    expect(sizeOf(track)).to.deep.equal([1280, 720]);
  });
});
