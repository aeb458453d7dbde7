import { expect } from '@open-wc/testing';
import { arrangeTiles, type ArrangeOptions } from '../../../elements/video-grid/arrange-tiles.js';
import { placeTiles } from '../../../elements/video-grid/place-tiles.js';
import type { TileEntry } from '../../../elements/video-grid/tile-entry.js';

const BOXES = [[240, 180], [320, 240], [390, 700], [820, 1100], [1440, 820], [3840, 2000], [2400, 300], [300, 2400]] as const;

function entry(participantId: string, source: 'camera' | 'screen' = 'camera'): TileEntry {
  return { key: `${participantId}:${source}`, participantId, source, isLocal: participantId === 'self' };
}

function people(count: number): readonly TileEntry[] {
  return [entry('self'), ...Array.from({ length: count - 1 }, (_, index) => entry(`p${index + 1}`))];
}

function arrange(entries: readonly TileEntry[], patch: Partial<ArrangeOptions> = {}): ReturnType<typeof arrangeTiles> {
  return arrangeTiles({ entries, layout: 'auto', pinned: [], speakerId: null, maxTiles: 9, width: 1440, height: 820, gap: 8, pageIndex: 0, ...patch });
}

const keys = (entries: readonly TileEntry[]): readonly string[] => entries.map(({ key }) => key);

describe('arrangeTiles', () => {
  it('floats the own picture when alone', () => {
    expect(arrange(people(1)).thumbnail?.key).to.equal('self:camera');
    expect(arrange(people(1)).stage).to.be.empty;
  });

  it('gives the one other the stage and floats the own picture', () => {
    const { stage, others, thumbnail } = arrange(people(2));
    expect(keys(stage)).to.deep.equal(['p1:camera']);
    expect(others).to.be.empty;
    expect(thumbnail?.key).to.equal('self:camera');
  });

  it('puts the own picture in the grid from three people on', () => {
    const { stage, others, thumbnail } = arrange(people(3));
    expect(stage).to.be.empty;
    expect(thumbnail).to.be.null;
    expect(keys(others)).to.deep.equal(['self:camera', 'p1:camera', 'p2:camera']);
  });

  it('gives a shared screen the stage and everybody else the strip', () => {
    const { stage, others } = arrange([...people(3), entry('p2', 'screen')]);
    expect(keys(stage)).to.deep.equal(['p2:screen']);
    expect(keys(others)).to.deep.equal(['self:camera', 'p1:camera', 'p2:camera']);
  });

  it('never gives the own screen the stage', () => {
    expect(keys(arrange([...people(3), entry('self', 'screen')]).stage)).to.be.empty;
  });

  it('stages two pinned people together, in the order they came', () => {
    expect(keys(arrange(people(5), { pinned: ['p4', 'p2'] }).stage)).to.deep.equal(['p2:camera', 'p4:camera']);
  });

  it('puts pinned people first in a plain grid', () => {
    expect(keys(arrange(people(4), { layout: 'grid', pinned: ['p3'] }).others)[0]).to.equal('p3:camera');
  });

  it('stages the speaker in the speaker layout and shows nobody else but the own thumbnail', () => {
    const { stage, others, thumbnail } = arrange(people(5), { layout: 'speaker', speakerId: 'p3' });
    expect(keys(stage)).to.deep.equal(['p3:camera']);
    expect(others).to.be.empty;
    expect(thumbnail?.key).to.equal('self:camera');
  });

  it('shows one tile and the thumbnail in 240×180, whoever speaks', () => {
    const { stage, others, thumbnail, pageCount } = arrange(people(7), { width: 240, height: 180, speakerId: 'p5' });
    expect(keys(stage)).to.deep.equal(['p5:camera']);
    expect(others).to.be.empty;
    expect(thumbnail?.key).to.equal('self:camera');
    expect(pageCount).to.equal(1);
  });

  it('shows at most max-tiles at once and everybody exactly once over all pages', () => {
    for (const maxTiles of [1, 2, 4, 9, 49]) {
      const { pageCount } = arrange(people(20), { maxTiles });
      const seen: string[] = [];
      for (let pageIndex = 0; pageIndex < pageCount; pageIndex += 1) {
        const { others } = arrange(people(20), { maxTiles, pageIndex });
        expect(others.length).to.be.at.most(maxTiles);
        seen.push(...keys(others));
      }
      expect(seen).to.deep.equal(keys(people(20)));
    }
  });

  it('falls back to the last page when the page asked for is gone', () => {
    expect(arrange(people(4), { maxTiles: 2, pageIndex: 7 }).pageIndex).to.equal(1);
  });
});

describe('placeTiles', () => {
  it('keeps every tile inside the box, and apart from all but the thumbnail', () => {
    for (const [width, height] of BOXES) {
      for (let count = 1; count <= 12; count += 1) {
        for (const isSharing of [false, true]) {
          const entries = isSharing && count > 1 ? [...people(count), entry('p1', 'screen')] : people(count);
          const arrangement = arrange(entries, { width, height });
          const boxes = placeTiles({ arrangement, width, height, gap: 8, aspect: null });
          const label = `${count} people, screen ${isSharing}, ${width}×${height}`;
          const shown = [...arrangement.stage, ...arrangement.others, ...(arrangement.thumbnail ? [arrangement.thumbnail] : [])];
          expect([...boxes.keys()].sort(), label).to.deep.equal([...keys(shown)].sort());
          const apart = [...boxes].filter(([key]) => key !== arrangement.thumbnail?.key).map(([, box]) => box);
          for (const box of boxes.values()) {
            expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1, `${label} ${JSON.stringify(box)}`).to.be.true;
            expect(box.width, label).to.be.above(20);
            expect(box.height, label).to.be.above(20);
          }
          for (const [index, a] of apart.entries()) {
            for (const b of apart.slice(index + 1)) {
              const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
              expect(isApart, `${label}: ${JSON.stringify([a, b])}`).to.be.true;
            }
          }
        }
      }
    }
  });

  it('gives a single stage tile the whole box', () => {
    const boxes = placeTiles({ arrangement: arrange(people(2)), width: 1440, height: 820, gap: 8, aspect: null });
    expect(boxes.get('p1:camera')).to.deep.equal({ x: 0, y: 0, width: 1440, height: 820 });
  });
});
