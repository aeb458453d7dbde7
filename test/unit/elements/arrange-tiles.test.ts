import { expect } from '@open-wc/testing';
import { arrangeTiles, type ArrangeOptions, type FullArrangement } from '../../../elements/video-grid/arrange-tiles.js';
import { CORNERS } from '../../../elements/video-grid/corner-box.js';
import type { TileBox } from '../../../elements/video-grid/tile-box.js';
import type { TileEntry } from '../../../elements/video-grid/tile-entry.js';

const BOXES = [[240, 180], [320, 240], [390, 700], [844, 320], [820, 1100], [1440, 820], [3840, 2000], [2560, 560], [2400, 300], [1200, 150], [300, 2400]] as const;
const LAYOUTS = ['auto', 'grid', 'speaker', 'sidebar'] as const;
const SELF_VIEWS = ['tile', 'floating', 'hidden'] as const;

function entry(participantId: string, source: 'camera' | 'screen' = 'camera'): TileEntry {
  return { key: `${participantId}:${source}`, participantId, source, isLocal: participantId === 'self' };
}

function people(count: number): readonly TileEntry[] {
  return [entry('self'), ...Array.from({ length: count - 1 }, (_, index) => entry(`p${index + 1}`))];
}

function arrange(entries: readonly TileEntry[], patch: Partial<ArrangeOptions> = {}): FullArrangement {
  const defaults: ArrangeOptions = {
    entries,
    layout: 'auto',
    selfView: 'tile',
    pinned: [],
    spotlightId: null,
    speakerId: null,
    isAlone: entries.every(({ isLocal }) => isLocal),
    maxTiles: 9,
    width: 1440,
    height: 820,
    gap: 8,
    pageIndex: 0,
    peek: 0,
    hasNote: false,
    aspect: null,
    corner: 'bottom-end',
    obstacles: [],
  };
  return arrangeTiles({ ...defaults, ...patch });
}

const keys = (entries: readonly TileEntry[]): readonly string[] => entries.map(({ key }) => key);

/** Every state that decides a layout, in every box. */
function eachCase(check: (arrangement: FullArrangement, size: { width: number; height: number }, label: string, patch: Partial<ArrangeOptions>) => void): void {
  for (const [width, height] of BOXES)
    for (const count of [1, 2, 3, 4, 6, 9, 12, 25, 49])
      for (const layout of LAYOUTS)
        for (const selfView of SELF_VIEWS)
          for (const [isSharing, pinned] of [[false, []], [true, []], [false, ['p1']], [false, ['p1', 'p2']], [true, ['p1', 'p3']]] as const) {
            if (count < 4 && (isSharing || pinned.length > 0)) continue;
            const entries = isSharing ? [...people(count), entry('p2', 'screen')] : people(count);
            const patch = { entries, width, height, layout, selfView, pinned, maxTiles: 49, hasNote: selfView === 'hidden' };
            check(arrange(entries, patch), { width, height }, `${count} people, ${layout}, self ${selfView}, screen ${isSharing}, pins ${pinned.length}, ${width}×${height}`, patch);
          }
}

describe('arrangeTiles', () => {
  it('floats the own picture when alone', () => {
    expect(arrange(people(1)).thumbnailKey).to.equal('self:camera');
    expect(arrange(people(1)).large).to.be.empty;
  });

  it('gives the one other the box and floats the own picture', () => {
    const { large, others, thumbnailKey, boxes } = arrange(people(2));
    expect(keys(large)).to.deep.equal(['p1:camera']);
    expect(others).to.be.empty;
    expect(thumbnailKey).to.equal('self:camera');
    expect(boxes.get('p1:camera')).to.deep.equal({ x: 0, y: 0, width: 1440, height: 820 });
  });

  it('puts two side by side in the grid layout, but in a small box', () => {
    expect(keys(arrange(people(2), { layout: 'grid' }).others)).to.deep.equal(['self:camera', 'p1:camera']);
    const small = arrange(people(2), { layout: 'grid', width: 390, height: 700 });
    expect([keys(small.large), small.thumbnailKey]).to.deep.equal([['p1:camera'], 'self:camera']);
  });

  it('puts the own picture in the grid from three people on', () => {
    const { large, others, thumbnailKey } = arrange(people(3));
    expect(large).to.be.empty;
    expect(thumbnailKey).to.be.null;
    expect(keys(others)).to.deep.equal(['self:camera', 'p1:camera', 'p2:camera']);
  });

  it('floats or hides the own picture where that is chosen', () => {
    const floating = arrange(people(4), { selfView: 'floating' });
    expect([floating.thumbnailKey, floating.others.length]).to.deep.equal(['self:camera', 3]);
    const hidden = arrange(people(4), { selfView: 'hidden' });
    expect([hidden.thumbnailKey, hidden.boxes.has('self:camera'), hidden.others.length]).to.deep.equal([null, false, 3]);
  });

  it('gives a shared screen the stage and everybody else the strip', () => {
    const { large, others } = arrange([...people(3), entry('p2', 'screen')]);
    expect(keys(large)).to.deep.equal(['p2:screen']);
    expect(keys(others)).to.deep.equal(['self:camera', 'p1:camera', 'p2:camera']);
  });

  it('never gives the own screen the stage', () => {
    expect(keys(arrange([...people(3), entry('self', 'screen')]).large)).to.be.empty;
  });

  it('shows two pinned people large together, in the order they came', () => {
    expect(keys(arrange(people(5), { pinned: ['p4', 'p2'] }).large)).to.deep.equal(['p2:camera', 'p4:camera']);
  });

  it('puts two pinned people side by side in a wide box and one above the other in a tall one', () => {
    const pinned = ['p1', 'p2'];
    const wide = arrange(people(4), { pinned }).boxes;
    expect(wide.get('p1:camera')?.y).to.equal(wide.get('p2:camera')?.y);
    const tall = arrange(people(4), { pinned, width: 390, height: 844 }).boxes;
    expect(tall.get('p1:camera')?.x).to.equal(tall.get('p2:camera')?.x);
  });

  it('lets pins win over the spotlight, and the spotlight over the speaker', () => {
    expect(keys(arrange(people(5), { pinned: ['p1'], spotlightId: 'p2', speakerId: 'p3', layout: 'speaker' }).large)).to.deep.equal(['p1:camera']);
    expect(keys(arrange(people(5), { spotlightId: 'p2', speakerId: 'p3', layout: 'speaker' }).large)).to.deep.equal(['p2:camera']);
    expect(keys(arrange(people(5), { spotlightId: 'p2' }).large)).to.deep.equal(['p2:camera']);
    expect(keys(arrange(people(5), { speakerId: 'p3', layout: 'speaker' }).large)).to.deep.equal(['p3:camera']);
  });

  it('does not show somebody only themselves when they are in the spotlight', () => {
    expect(arrange(people(5), { spotlightId: 'self' }).large).to.be.empty;
  });

  it('keeps equal tiles in the grid layout and puts pinned people first', () => {
    const { large, others } = arrange(people(4), { layout: 'grid', pinned: ['p3'] });
    expect(large).to.be.empty;
    expect(others[0]?.key).to.equal('p3:camera');
  });

  it('shows the speaker large and the others in a strip in the speaker layout', () => {
    const { large, others } = arrange(people(5), { layout: 'speaker', speakerId: 'p3' });
    expect(keys(large)).to.deep.equal(['p3:camera']);
    expect(keys(others)).to.deep.equal(['self:camera', 'p1:camera', 'p2:camera', 'p4:camera']);
  });

  it('puts the column of the sidebar at the inline end, and under the large picture in an upright box', () => {
    const wide = arrange(people(5), { layout: 'sidebar', speakerId: 'p3' });
    const large = wide.boxes.get('p3:camera') as TileBox;
    for (const { key } of wide.others) expect(wide.boxes.get(key)?.x).to.be.at.least(large.x + large.width);
    const tall = arrange(people(5), { layout: 'sidebar', speakerId: 'p3', width: 390, height: 844 });
    const above = tall.boxes.get('p3:camera') as TileBox;
    for (const { key } of tall.others) expect(tall.boxes.get(key)?.y).to.be.at.least(above.y + above.height);
  });

  it('shows one tile and the thumbnail in 240×180, whoever speaks', () => {
    const { large, others, thumbnailKey, pageCount } = arrange(people(7), { width: 240, height: 180, speakerId: 'p5' });
    expect(keys(large)).to.deep.equal(['p5:camera']);
    expect(others).to.be.empty;
    expect(thumbnailKey).to.equal('self:camera');
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

  it('puts the page that comes into sight beside the box, and this one where it was', () => {
    const still = arrange(people(20));
    const next = arrange(people(20), { peek: 1 });
    for (const { key } of still.others) expect(next.boxes.get(key)).to.deep.equal(still.boxes.get(key));
    const coming = [...next.boxes].filter(([key]) => !still.boxes.has(key));
    expect(coming).to.have.length(9);
    for (const [, { x }] of coming) expect(x).to.be.at.least(1440);
  });

  it('keeps every tile inside the box, readable, and apart from all but the thumbnail', () => {
    eachCase(({ boxes, thumbnailKey, large, others }, { width, height }, label) => {
      const shown = [...keys(large), ...keys(others), ...(thumbnailKey === null ? [] : [thumbnailKey])];
      expect([...boxes.keys()].sort(), label).to.deep.equal(shown.sort());
      const apart = [...boxes].filter(([key]) => key !== thumbnailKey).map(([, box]) => box);
      for (const box of boxes.values()) {
        const isInside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1;
        if (!isInside || box.width < 40 || box.height < 40) expect.fail(`${label}: ${JSON.stringify(box)}`);
      }
      for (const [index, a] of apart.entries())
        for (const b of apart.slice(index + 1)) {
          const isApart = a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1 || a.y + a.height <= b.y + 1 || b.y + b.height <= a.y + 1;
          if (!isApart) expect.fail(`${label}: ${JSON.stringify([a, b])}`);
        }
    });
  });

  it('leaves the bar its room', () => {
    eachCase(({ boxes, bar }, { width, height }, label) => {
      for (const box of boxes.values()) {
        if (bar === 'bottom' && box.y + box.height > height - 40) expect.fail(label);
        if (bar === 'end' && box.x + box.width > width - 40) expect.fail(label);
      }
    });
  });

  it('gives those that are large more room than any other, whatever the box', () => {
    eachCase(({ large, others, boxes }, _, label) => {
      const area = ({ key }: TileEntry): number => (boxes.get(key)?.width ?? 0) * (boxes.get(key)?.height ?? 0);
      for (const one of large) for (const other of others) if (area(one) < area(other)) expect.fail(`${label}: ${one.key} ${area(one)} < ${other.key} ${area(other)}`);
    });
  });

  it('keeps the large ones where they are on every page', () => {
    const first = arrange(people(30), { layout: 'speaker', maxTiles: 49 });
    expect(first.pageCount).to.be.above(1);
    const last = arrange(people(30), { layout: 'speaker', maxTiles: 49, pageIndex: first.pageCount - 1 });
    expect(last.boxes.get('p1:camera')).to.deep.equal(first.boxes.get('p1:camera'));
  });

  it('floats the own picture over the large one, in the corner asked for and never over the strip', () => {
    for (const corner of CORNERS) {
      const { boxes, large, others } = arrange(people(6), { layout: 'speaker', selfView: 'floating', corner });
      const own = boxes.get('self:camera') as TileBox;
      const stage = boxes.get(large[0]?.key ?? '') as TileBox;
      expect(own.x < stage.x + stage.width / 2, corner).to.equal(corner.endsWith('start'));
      expect(own.y < stage.y + stage.height / 2, corner).to.equal(corner.startsWith('top'));
      for (const { key } of others) {
        const box = boxes.get(key) as TileBox;
        expect(own.x + own.width <= box.x || own.y + own.height <= box.y, `${corner} ${key}`).to.be.true;
      }
    }
  });

  it('puts nothing over a screen in a tiny box', () => {
    const { boxes, large, thumbnailKey } = arrange([...people(3), entry('p2', 'screen')], { width: 240, height: 180 });
    expect(keys(large)).to.deep.equal(['p2:screen']);
    expect(thumbnailKey).to.be.null;
    expect(boxes.has('self:camera')).to.be.false;
  });

  it('puts the pages beside the tiles in a low box as wide as a phone, never over them', () => {
    const { bar, boxes } = arrange(people(8), { pinned: ['p1'], width: 374, height: 245, hasNote: true });
    expect(bar).to.equal('end');
    for (const { x, width } of boxes.values()) expect(x + width).to.be.at.most(374 - 40);
  });

  it('puts six people in two columns on a phone held upright, and fills the box with them', () => {
    const { boxes } = arrange(people(6), { width: 374, height: 740, gap: 4 });
    const all = [...boxes.values()];
    expect(new Set(all.map(({ x }) => x)).size).to.equal(2);
    for (const { width } of all) expect(width).to.be.at.least(150);
    expect(Math.max(...all.map(({ y, height }) => y + height)) - Math.min(...all.map(({ y }) => y))).to.be.above(740 * 0.95);
  });

  it('tells where the border of the large ones is, in the gap and within its limits, and puts it where it is wanted', () => {
    eachCase(({ split, boxes, large, others, bar }, _, label, patch) => {
      if (split === null) return;
      const { isBelow, gap, least, most } = split;
      const end = isBelow ? gap.y + gap.height : gap.x + gap.width;
      for (const { key } of large) {
        const box = boxes.get(key) as TileBox;
        expect(isBelow ? box.y + box.height : box.x + box.width, label).to.be.at.most(end);
      }
      for (const { key } of others) expect((isBelow ? boxes.get(key)?.y : boxes.get(key)?.x) ?? 0, label).to.be.at.least(end - 1);
      for (const share of [least, most]) {
        const moved = arrange(patch.entries ?? [], { ...patch, shares: { below: share, beside: share } });
        // Pages need room of their own, and then the best place may be another one.
        if (moved.bar !== bar) continue;
        expect(moved.split?.isBelow, label).to.equal(isBelow);
        expect(moved.split?.share, label).to.be.closeTo(share, 0.01);
      }
    });
  });
});
