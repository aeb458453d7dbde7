import type { CameraSize } from './camera-size-port.js';

/** What is asked of a camera here; a size that a page asks for itself is its own. */
const OWN_SIZES: readonly CameraSize[] = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 640, height: 480 },
];

/**
 * Has a camera that runs give another size, without asking for the device again. False when it stays as it is: the page
 * asked for a size of its own, the camera gives that already, or it refuses. Never rejects.
 */
export async function resizeCamera(track: MediaStreamTrack, { width, height }: CameraSize): Promise<boolean> {
  const asked = track.getConstraints();
  const [askedWidth, askedHeight] = [idealOf(asked.width), idealOf(asked.height)];
  if (askedWidth === width && askedHeight === height) return false;
  if (!OWN_SIZES.some((own) => own.width === askedWidth && own.height === askedHeight)) return false;
  const before = track.getSettings();
  try {
    await track.applyConstraints({ ...asked, width: { ideal: width }, height: { ideal: height } });
  } catch {
    return false;
  }
  const after = track.getSettings();
  return before.width !== after.width || before.height !== after.height;
}

/** Null: something else than a wish. Browsers give a wish back with or without its name. */
function idealOf(value: ConstrainULong | undefined): number | null {
  if (typeof value !== 'object') return value ?? null;
  return value.exact === undefined && value.min === undefined && value.max === undefined ? (value.ideal ?? null) : null;
}
