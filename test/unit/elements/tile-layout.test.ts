import { expect } from '@open-wc/testing';
import { gridBoxes } from '../../../elements/video-grid/grid-boxes.js';
import { layoutTiles } from '../../../elements/video-grid/tile-layout.js';

const COUNTS = Array.from({ length: 49 }, (_, index) => index + 1);
const BOXES = [
  [240, 180], [320, 240], [390, 844], [820, 1180], [1024, 768], [1440, 900], [1920, 1080], [3840, 2160],
  [3840, 180], [240, 2160], [1000, 1000], [241, 179.5],
] as const;
const GAPS = [0, 4, 8, 16];

function eachCase(check: (count: number, width: number, height: number, gap: number) => void): void {
  for (const count of COUNTS) for (const [width, height] of BOXES) for (const gap of GAPS) check(count, width, height, gap);
}

describe('layoutTiles', () => {
  it('never overflows its box and gives every tile a place', () => {
    eachCase((count, width, height, gap) => {
      const { columns, rows, tileWidth, tileHeight } = layoutTiles({ count, width, height, gap });
      const label = `${count} in ${width}×${height}, gap ${gap}`;
      expect(columns * tileWidth + (columns - 1) * gap, label).to.be.at.most(width);
      expect(rows * tileHeight + (rows - 1) * gap, label).to.be.at.most(height);
      expect(columns * rows, label).to.be.at.least(count);
      expect(columns * (rows - 1), `${label}: no empty row`).to.be.below(count);
      expect(tileWidth, label).to.be.above(0);
      expect(tileHeight, label).to.be.above(0);
    });
  });

  it('keeps every tile between 4:3 and 16:9, but for the rounding to whole pixels', () => {
    eachCase((count, width, height, gap) => {
      const { tileWidth, tileHeight } = layoutTiles({ count, width, height, gap });
      expect((tileWidth + 1) / tileHeight).to.be.at.least(4 / 3 - 1e-9);
      expect(tileWidth / (tileHeight + 1)).to.be.at.most(16 / 9 + 1e-9);
    });
  });

  it('finds no smaller tiles than any other number of columns would give', () => {
    eachCase((count, width, height, gap) => {
      const chosen = layoutTiles({ count, width, height, gap });
      for (let columns = 1; columns <= count; columns += 1) {
        const rows = Math.ceil(count / columns);
        // The largest 16:9 tile for these columns: a legal choice, so the chosen one may not be smaller.
        const side = Math.floor(Math.min((width - gap * (columns - 1)) / columns / 16, (height - gap * (rows - 1)) / rows / 9));
        expect(chosen.tileWidth * chosen.tileHeight).to.be.at.least(Math.max(0, side) * 16 * Math.max(0, side) * 9);
      }
    });
  });

  it('fills a wide box side by side and a tall one from top to bottom', () => {
    expect(layoutTiles({ count: 4, width: 2000, height: 260, gap: 8 }).columns).to.equal(4);
    expect(layoutTiles({ count: 4, width: 300, height: 1200, gap: 8 }).columns).to.equal(1);
  });
});

describe('gridBoxes', () => {
  it('keeps all boxes inside and apart', () => {
    eachCase((count, width, height, gap) => {
      const boxes = gridBoxes({ count, width, height, gap });
      expect(boxes).to.have.length(count);
      for (const box of boxes) {
        expect(box.x).to.be.at.least(0);
        expect(box.y).to.be.at.least(0);
        expect(box.x + box.width).to.be.at.most(width + 0.5);
        expect(box.y + box.height).to.be.at.most(height + 0.5);
      }
      for (const [index, box] of boxes.entries()) {
        const next = boxes[index + 1];
        if (next !== undefined && next.y === box.y) expect(next.x - box.x - box.width).to.be.at.least(gap - 1);
      }
    });
  });

  it('centres the last row', () => {
    const boxes = gridBoxes({ count: 5, width: 1200, height: 700, gap: 8 });
    const last = boxes.filter((box) => box.y === boxes[4]?.y);
    expect(last).to.have.length(2);
    const left = last[0]?.x ?? 0;
    const right = 1200 - ((last[1]?.x ?? 0) + (last[1]?.width ?? 0));
    expect(Math.abs(left - right)).to.be.at.most(1);
    expect(left).to.be.above(100);
  });
});
