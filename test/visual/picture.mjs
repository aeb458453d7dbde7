import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Colours are kept in steps of this, so that a picture is small in the file. */
const STEP = 8;
/**
 * How two pictures are compared. `factor`: by how much they are made smaller still. `threshold`: how far apart two colours
 * are that differ, 0 to 1. `allowed`: so many pixels may differ.
 */
const WAYS = {
  /** With the letters of the kept picture, a second look differs in nothing, and one symbol that is gone in 14 pixels. */
  fine: { factor: 1, threshold: 0.06, allowed: 6 },
  /** With other letters: what stands where. A font that is wider by an eighth differs in 11, a toolbar that is gone in 15. */
  coarse: { factor: 4, threshold: 0.1, allowed: 13 },
};

/**
 * A PNG, smaller by `factor`: each pixel is the mean of a square. Edges of letters and of round shapes, which differ from
 * machine to machine, become one grey; a thing that is at another place does not.
 */
export function readSmall(png, factor) {
  const small = shrink(PNG.sync.read(png), factor);
  for (let index = 0; index < small.data.length; index += 1)
    if (index % 4 < 3) small.data[index] = Math.min(255, Math.round(small.data[index] / STEP) * STEP);
  return small;
}

/** As the file of a baseline. */
export function writeSmall(small) {
  // Without filters: there are few colours and many equal rows.
  return PNG.sync.write(small, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 });
}

/**
 * Compares with the PNG that was kept; `way` is `fine` or `coarse`. `pixels` differ, of which `allowed` may; Infinity when
 * it has another size. `difference` is a PNG that shows them in red, null when there is nothing to show.
 */
export function compare(small, keptPng, way = 'fine') {
  const { factor, threshold, allowed } = WAYS[way];
  const [kept, seen] = [PNG.sync.read(keptPng), small].map((picture) => (factor === 1 ? picture : shrink(picture, factor)));
  const { width, height } = seen;
  if (kept.width !== width || kept.height !== height) return { pixels: Infinity, allowed, difference: null };
  const output = new PNG({ width, height });
  // Antialiasing is gone by the scaling already; what pixelmatch takes for it here is real.
  const pixels = pixelmatch(kept.data, seen.data, output.data, width, height, { threshold, includeAA: true });
  return { pixels, allowed, difference: pixels === 0 ? null : PNG.sync.write(output) };
}

function shrink(large, factor) {
  const width = Math.ceil(large.width / factor);
  const height = Math.ceil(large.height / factor);
  const small = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const sum = [0, 0, 0];
      let count = 0;
      for (let fromY = y * factor; fromY < Math.min((y + 1) * factor, large.height); fromY += 1)
        for (let fromX = x * factor; fromX < Math.min((x + 1) * factor, large.width); fromX += 1) {
          const from = (fromY * large.width + fromX) * 4;
          for (let channel = 0; channel < 3; channel += 1) sum[channel] += large.data[from + channel];
          count += 1;
        }
      const to = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) small.data[to + channel] = Math.round(sum[channel] / count);
      small.data[to + 3] = 255;
    }
  return small;
}
