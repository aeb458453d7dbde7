import { mkdirSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../../scripts/project/from-root.mjs';

const WIDTH = 320;
const HEIGHT = 180;
const FRAMES = 30;
const FRAME_RATE = 15;
/** Pixels that a coarse shape moves on from frame to frame. */
const STEP = 6;

/**
 * Flags for a camera whose picture takes the bits it is given: grain over shapes that move, the same for every variant. The
 * browser's own fake camera is nearly still, so that sound is most of what is sent.
 *
 * @returns {string[]}
 */
export function movingCamera() {
  const file = fromRoot('.cache/moving-camera.y4m');
  mkdirSync(fromRoot('.cache'), { recursive: true });
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const parts = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAME_RATE}:1 Ip A1:1 C420\n`)];
  let state = 1;
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const luma = Buffer.alloc(WIDTH * HEIGHT);
    for (let y = 0; y < HEIGHT; y += 1)
      for (let x = 0; x < WIDTH; x += 1) {
        const shape = 128 + 60 * Math.sin((x + frame * STEP) / 23) * Math.cos((y - frame * STEP) / 17);
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        luma[y * WIDTH + x] = shape + (state >>> 27);
      }
    parts.push(Buffer.from('FRAME\n'), luma, chroma);
  }
  writeFileSync(file, Buffer.concat(parts));
  return [`--use-file-for-fake-video-capture=${file}`];
}
