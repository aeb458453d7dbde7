import { expect } from '@open-wc/testing';
import { ConnectionRating, type ConnectionQuality } from '../../../src/quality/connection-rating.js';
import type { WantedPicture } from '../../../src/quality/wanted-picture.js';
import { connectionSample } from '../../support/connection-samples.js';

type Patch = NonNullable<Parameters<typeof connectionSample>[0]>;

const wanted: WantedPicture = { width: 1280, height: 720, frameRate: 30 };
const well: Patch = { network: { rtt: 20 }, up: { lossPercent: 0, jitterMs: 2 }, down: { lossPercent: 0, jitterMs: 2 } };
const small: Patch = { ...well, down: { ...well.down, width: 160, height: 90, frameRate: 5 } };

class Line {
  readonly rating = new ConnectionRating();
  #atMs = 0;

  /** `seconds` of such samples; answers what is shown at the end. */
  feel(patch: Patch, seconds: number, wish: WantedPicture | null = null, isOnlyOne = false): ConnectionQuality | null {
    for (let second = 0; second < seconds; second += 2) {
      this.#atMs += 2000;
      const network = { ...patch.network, timestamp: this.#atMs };
      this.rating.add(connectionSample({ ...patch, network }), wish, isOnlyOne);
    }
    return this.rating.current;
  }

  sleep(seconds: number): void {
    this.#atMs += seconds * 1000;
  }
}

describe('ConnectionRating', () => {
  it('is null as long as nothing is known, and keeps what was known', () => {
    const line = new Line();
    expect(line.feel({}, 2)).to.equal(null);
    const known = line.feel(well, 2);
    expect(known!.level).to.equal('excellent');
    expect(line.feel({}, 10)).to.equal(known);
  });

  it('lets pictures grow for ten seconds after connecting', () => {
    const line = new Line();
    expect(line.feel(small, 10, wanted)!.level).to.equal('excellent');
    expect(line.feel(small, 4, wanted)!.level).to.equal('critical');
  });

  it('counts round trip and loss from the first sample on', () => {
    expect(new Line().feel({ ...small, network: { rtt: 900 } }, 2, wanted)!.level).to.equal('critical');
    expect(new Line().feel({ ...small, up: { lossPercent: 7 } }, 2, wanted)!.level).to.equal('poor');
  });

  const beginnings: Readonly<Record<string, (line: Line) => void>> = {
    'a camera was switched on': (line) => line.feel(well, 30, wanted),
    'the connection was made anew': (line) => {
      line.feel({ ...well, down: { ...well.down, width: 1280, height: 720, frameRate: 30 } }, 30, wanted);
      line.sleep(10);
    },
    'a picture is wanted larger': (line) => {
      line.feel({ ...well, down: { ...well.down, width: 160, height: 90, frameRate: 30 } }, 30, { ...wanted, width: 160, height: 90 });
    },
  };
  for (const [name, begin] of Object.entries(beginnings)) {
    it(`lets pictures grow for ten seconds when ${name}`, () => {
      const line = new Line();
      begin(line);
      expect(line.feel(small, 10, wanted)!.level).to.equal('excellent');
      expect(line.feel(small, 4, wanted)!.level).to.equal('critical');
    });
  }

  const causes: readonly [string, Patch, string][] = [
    ['loss of what is sent', { ...well, up: { lossPercent: 5, jitterMs: 2 } }, 'network-up'],
    ['jitter of what is sent', { ...well, up: { lossPercent: 0, jitterMs: 70 } }, 'network-up'],
    ['loss of what comes', { ...well, down: { lossPercent: 5 } }, 'network-down'],
    ['a slow way while the encoder is held back', { network: { rtt: 300 }, up: { bandwidthLimitedShare: 0.8 } }, 'network-up'],
    ['a slow way while what comes is unsteady', { network: { rtt: 350 }, down: { jitterMs: 30 } }, 'network-down'],
    ['a slow way alone', { ...well, network: { rtt: 300 } }, 'unknown'],
    ['sound made up on an unsteady line', { ...well, down: { jitterMs: 30, concealedShare: 0.3 } }, 'network-down'],
    ['sound made up with a busy processor', { ...well, up: { processorLimitedShare: 1 }, down: { concealedShare: 0.3 } }, 'processor'],
    ['freezes with lost packets', { ...well, down: { lossPercent: 2, frozenShare: 0.3 } }, 'network-down'],
    ['freezes with frames dropped here', { ...well, down: { lossPercent: 0, frozenShare: 0.3, droppedShare: 0.3 } }, 'processor'],
    ['freezes on a clean line', { ...well, down: { lossPercent: 0, frozenShare: 0.3 } }, 'remote'],
    ['a small picture on a clean line', small, 'remote'],
  ];
  for (const [name, patch, cause] of causes) {
    it(`says ${cause} for ${name}`, () => {
      expect(new Line().feel(patch, 14, wanted)!.cause).to.equal(cause);
    });
  }

  it('says that it is the other side when all other connections are well, unless the processor is to blame', () => {
    expect(new Line().feel({ ...well, up: { lossPercent: 5 } }, 4, null, true)!.cause).to.equal('remote');
    const busy = { ...well, up: { processorLimitedShare: 1 }, down: { frozenShare: 0.3 } };
    expect(new Line().feel(busy, 4, null, true)!.cause).to.equal('processor');
  });

  it('names no cause while all is well', () => {
    expect(new Line().feel({ ...well, network: { rtt: 90 } }, 4)).to.not.have.property('cause');
  });

  it('keeps to one cause when two take turns', () => {
    const line = new Line();
    const [up, down]: [Patch, Patch] = [
      { ...well, up: { lossPercent: 5 } },
      { ...well, down: { lossPercent: 5 } },
    ];
    line.feel(up, 4);
    for (let turn = 0; turn < 5; turn += 1) {
      expect(line.feel(down, 2)!.cause).to.equal('network-up');
      expect(line.feel(up, 2)!.cause).to.equal('network-up');
    }
    expect(line.feel(down, 4)!.cause).to.equal('network-down');
  });
});
