import type { CameraFacing } from './camera-facings-port.js';

/** Chromium and Safari tell what a device can do before it is captured, once its kind was allowed; the compiler knows only its base. */
interface TellingDeviceInfo extends MediaDeviceInfo {
  getCapabilities?(): MediaTrackCapabilities;
}

/** Which side each camera is on, by its id, as far as the browser says it. Never rejects, asks for nothing. */
export async function readCameraFacings(
  mediaDevices: Pick<MediaDevices, 'enumerateDevices'> | undefined,
): Promise<ReadonlyMap<string, CameraFacing>> {
  const devices: readonly TellingDeviceInfo[] = (await mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  const facings = new Map<string, CameraFacing>();
  for (const device of devices) {
    if (device.kind !== 'videoinput' || device.deviceId === '') continue;
    const facing = facingOf(device);
    if (facing !== undefined) facings.set(device.deviceId, facing);
  }
  return facings;
}

function facingOf(device: TellingDeviceInfo): CameraFacing | undefined {
  try {
    const [mode] = device.getCapabilities?.().facingMode ?? [];
    return mode === 'user' || mode === 'environment' ? mode : undefined;
  } catch {
    return undefined;
  }
}
