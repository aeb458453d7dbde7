import { expect } from '@open-wc/testing';
import { MAX_ZOOM, panBy, WHOLE, zoomAt } from '../../../elements/video-tile/zoom-math.js';

const box = { width: 800, height: 450 };

describe('zoomAt', () => {
  it('keeps what is under the pointer where it is', () => {
    const at = { x: 120, y: -60 };
    const zoom = zoomAt(WHOLE, 2, at, box);
    // Where a point of the picture is seen: its place × scale + movement.
    expect(at.x * zoom.scale + zoom.x).to.be.closeTo(at.x, 1e-9);
    expect(at.y * zoom.scale + zoom.y).to.be.closeTo(at.y, 1e-9);
  });

  it('never leaves a gap at an edge, zoomed and moved however', () => {
    let zoom = WHOLE;
    let seed = 3;
    const random = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    for (let round = 0; round < 500; round += 1) {
      zoom = zoomAt(zoom, 0.5 + random() * 1.5, { x: (random() - 0.5) * 800, y: (random() - 0.5) * 450 }, box);
      zoom = panBy(zoom, (random() - 0.5) * 900, (random() - 0.5) * 900, box);
      expect(zoom.scale).to.be.within(1, MAX_ZOOM);
      expect(Math.abs(zoom.x)).to.be.at.most(((zoom.scale - 1) * 800) / 2 + 1e-9);
      expect(Math.abs(zoom.y)).to.be.at.most(((zoom.scale - 1) * 450) / 2 + 1e-9);
    }
  });

  it('is whole again when it is nearly whole', () => {
    expect(zoomAt({ scale: 1.1, x: 20, y: 5 }, 0.92, { x: 0, y: 0 }, box)).to.deep.equal(WHOLE);
  });
});
