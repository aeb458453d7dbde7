import { expect } from '@open-wc/testing';
import { CameraPace } from '../../../../src/call/quality/late-camera-pace.js';

interface CameraTrack {
  enabled: boolean;
  muted: boolean;
  stats?: { deliveredFrames: number };
}

describe('CameraPace', () => {
  const create = (stats?: { deliveredFrames: number }): { camera: CameraTrack; track: MediaStreamTrack } => {
    const camera: CameraTrack = { enabled: true, muted: false, ...(stats === undefined ? {} : { stats }) };
    return { camera, track: camera as unknown as MediaStreamTrack };
  };

  it('counts from one look to the next', () => {
    const { camera, track } = create({ deliveredFrames: 100 });
    const pace = new CameraPace();
    pace.look(track, 0);
    expect(pace.rateOf(track)).to.equal(null);
    camera.stats!.deliveredFrames = 148;
    pace.look(track, 5000);
    expect(pace.rateOf(track)).to.equal(10);
  });

  it('knows nothing of another camera, of none, of one that stands still, and where the browser does not count', () => {
    const { camera, track } = create({ deliveredFrames: 0 });
    const pace = new CameraPace();
    pace.look(track, 0);
    camera.stats!.deliveredFrames = 100;
    pace.look(track, 5000);
    expect(pace.rateOf(create({ deliveredFrames: 200 }).track)).to.equal(null);
    expect(pace.rateOf(null)).to.equal(null);
    pace.look(track, 10_000);
    expect(pace.rateOf(track), 'stands still').to.equal(null);
    const uncounted = create().track;
    pace.look(uncounted, 15_000);
    pace.look(uncounted, 20_000);
    expect(pace.rateOf(uncounted)).to.equal(null);
  });

  it('begins anew after the camera was off or muted: what it did not bring meanwhile was nobody’s to bring', () => {
    const { camera, track } = create({ deliveredFrames: 0 });
    const pace = new CameraPace();
    pace.look(track, 0);
    camera.enabled = false;
    pace.look(track, 5000);
    camera.enabled = true;
    camera.stats!.deliveredFrames = 10;
    pace.look(track, 10_000);
    expect(pace.rateOf(track)).to.equal(null);
    camera.stats!.deliveredFrames = 160;
    pace.look(track, 15_000);
    expect(pace.rateOf(track)).to.equal(30);
  });
});
