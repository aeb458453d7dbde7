import { expect } from '@open-wc/testing';
import { CORNERS, cornerBox, type Corner } from '../../../elements/video-grid/corner-box.js';
import { gridBoxes } from '../../../elements/video-grid/grid-boxes.js';
import { neighbourBox } from '../../../elements/video-grid/neighbour-box.js';
import { cornerAfter, cornerByKey } from '../../../elements/video-grid/next-corner.js';
import { plainArrangement } from '../../../elements/video-grid/plain-arrangement.js';
import type { TileBox } from '../../../elements/video-grid/tile-box.js';
import type { TileEntry } from '../../../elements/video-grid/tile-entry.js';

const area: TileBox = { x: 0, y: 0, width: 1000, height: 600 };

describe('cornerBox', () => {
  it('stays inside and goes into the corner asked for', () => {
    for (const corner of CORNERS) {
      const { x, y, width, height } = cornerBox({ area, gap: 8, corner, obstacles: [] });
      expect([x >= 0, y >= 0, x + width <= 1000, y + height <= 600]).to.deep.equal([true, true, true, true]);
      expect([x < 500, y < 300]).to.deep.equal([corner.endsWith('start'), corner.startsWith('top')]);
    }
  });

  it('never lies under a floating toolbar or a panel', () => {
    const toolbar = { x: 200, y: 520, width: 700, height: 60 };
    const panel = { x: 640, y: 0, width: 360, height: 600 };
    for (const corner of CORNERS)
      for (const obstacles of [[toolbar], [panel], [toolbar, panel]]) {
        const box = cornerBox({ area, gap: 8, corner, obstacles });
        for (const other of obstacles) {
          const isClear = box.x + box.width <= other.x || other.x + other.width <= box.x || box.y + box.height <= other.y || other.y + other.height <= box.y;
          expect(isClear, `${corner} ${JSON.stringify([box, other])}`).to.be.true;
        }
      }
  });
});

describe('next corner', () => {
  it('goes round all four by the button', () => {
    const seen: Corner[] = [CORNERS[0]];
    while (seen.length < 4) seen.push(cornerAfter(seen.at(-1) ?? CORNERS[0]));
    expect(new Set(seen).size).to.equal(4);
    expect(cornerAfter(seen.at(-1) ?? CORNERS[0])).to.equal(CORNERS[0]);
  });

  it('goes where an arrow points, on the screen and not in the text', () => {
    expect(cornerByKey('bottom-end', 'ArrowUp', false)).to.equal('top-end');
    expect(cornerByKey('bottom-end', 'ArrowLeft', false)).to.equal('bottom-start');
    expect(cornerByKey('bottom-end', 'ArrowLeft', true)).to.be.null;
    expect(cornerByKey('bottom-end', 'ArrowRight', true)).to.equal('bottom-start');
    expect(cornerByKey('bottom-end', 'a', false)).to.be.null;
  });
});

describe('neighbourBox', () => {
  it('reaches every tile of a grid by arrow keys from the first', () => {
    for (const count of [2, 5, 7, 9, 25, 49]) {
      const boxes = new Map(gridBoxes({ count, width: 1000, height: 600, gap: 8 }).map((box, index) => [String(index), box]));
      const reached = new Set(['0']);
      for (const key of reached)
        for (const direction of [{ x: 1, y: 0 }, { x: -1, y: 0 }, { x: 0, y: 1 }, { x: 0, y: -1 }] as const) {
          const next = neighbourBox(boxes, key, direction);
          if (next !== null) reached.add(next);
        }
      expect(reached.size, String(count)).to.equal(count);
    }
  });

  it('finds nothing past the edge', () => {
    const boxes = new Map(gridBoxes({ count: 4, width: 1000, height: 600, gap: 8 }).map((box, index) => [String(index), box]));
    expect(neighbourBox(boxes, '1', { x: 1, y: 0 })).to.be.null;
    expect(neighbourBox(boxes, '0', { x: 1, y: 0 })).to.equal('1');
    expect(neighbourBox(boxes, '0', { x: 0, y: 1 })).to.equal('2');
  });
});

describe('plainArrangement', () => {
  const entries = (count: number): readonly TileEntry[] =>
    Array.from({ length: count }, (_, index) => ({ key: `p${index}:camera`, participantId: `p${index}`, source: 'camera', isLocal: index === 0 }));
  const plain = (count: number, maxTiles = 9) => plainArrangement({ entries: entries(count), width: 1000, height: 600, gap: 8, maxTiles });

  it('shows everybody up to max-tiles, the own picture in the corner of at most one other', () => {
    expect([plain(1).boxes.size, plain(1).thumbnailKey]).to.deep.equal([1, 'p0:camera']);
    expect([plain(2).boxes.size, plain(2).thumbnailKey]).to.deep.equal([2, 'p0:camera']);
    expect(plain(2).boxes.get('p1:camera')).to.deep.equal(area);
    expect([plain(5).boxes.size, plain(5).thumbnailKey]).to.deep.equal([5, null]);
    expect(plain(30, 12).boxes.size).to.equal(12);
  });
});
