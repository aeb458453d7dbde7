import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Colours are kept in steps of this, so that a picture is small in the file. */
const STEP = 8;
/** How far apart two colours are that differ, 0 to 1. */
const THRESHOLD = 0.06;

/**
 * A PNG, smaller by `factor`: each pixel is the mean of a square. Edges of letters and of round shapes, which differ from
 * machine to machine, become one grey; a thing that is at another place does not.
 */
export function readSmall(png, factor) {
  const large = PNG.sync.read(png);
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
      for (let channel = 0; channel < 3; channel += 1) small.data[to + channel] = Math.min(255, Math.round(sum[channel] / count / STEP) * STEP);
      small.data[to + 3] = 255;
    }
  return small;
}

/** As the file of a baseline. */
export function writeSmall(small) {
  return PNG.sync.write(small, { colorType: 2, filterType: -1, deflateLevel: 9 });
}

/**
 * Compares with the PNG that was kept. `pixels` differ, Infinity when it has another size; `difference` is a PNG that shows
 * them in red, null when there is nothing to show.
 */
export function compare(small, keptPng) {
  const kept = PNG.sync.read(keptPng);
  const { width, height } = small;
  if (kept.width !== width || kept.height !== height) return { pixels: Infinity, difference: null };
  const output = new PNG({ width, height });
  // Antialiasing is gone by the scaling already; what pixelmatch takes for it here is real.
  const pixels = pixelmatch(kept.data, small.data, output.data, width, height, { threshold: THRESHOLD, includeAA: true });
  return { pixels, difference: pixels === 0 ? null : PNG.sync.write(output) };
}
