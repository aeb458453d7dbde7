import type { CameraFeatures } from '../call-words.js';

/** Not in the compiler's own list: W3C mediacapture-image. */
interface ImageCapabilities extends MediaTrackCapabilities {
  readonly torch?: boolean | readonly boolean[];
  readonly zoom?: { readonly min?: number; readonly max?: number; readonly step?: number };
}

interface ImageSettings extends MediaTrackSettings {
  readonly torch?: boolean;
  readonly zoom?: number;
}

/** What that camera can do, and how it stands; nothing where the browser does not say. */
export function readCameraFeatures(track: MediaStreamTrack): CameraFeatures {
  const settings = track.getSettings() as ImageSettings;
  const { torch, zoom } = capabilitiesOf(track);
  const hasTorch = torch === true || (Array.isArray(torch) && torch.includes(true));
  return Object.freeze({
    facing: settings.facingMode === 'user' || settings.facingMode === 'environment' ? settings.facingMode : null,
    torch: hasTorch ? Object.freeze({ isOn: settings.torch === true }) : null,
    zoom: readZoom(zoom, settings.zoom),
  });
}

/** Newer than one of the browsers. */
function capabilitiesOf(track: Partial<Pick<MediaStreamTrack, 'getCapabilities'>>): ImageCapabilities {
  return track.getCapabilities?.() ?? {};
}

function readZoom({ min, max, step }: NonNullable<ImageCapabilities['zoom']> = {}, value = min): CameraFeatures['zoom'] {
  if (min === undefined || max === undefined || value === undefined || !(max > min)) return null;
  return Object.freeze({ min, max, step: step !== undefined && step > 0 ? step : 0.1, value });
}

export function isSameFeatures(a: CameraFeatures | null, b: CameraFeatures | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
