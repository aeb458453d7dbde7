import type { Device, DeviceKind } from './media-port.js';

const KINDS: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

/** The devices that can be chosen, without asking for permission. Before it is given, browsers tell one nameless device a kind. */
export async function listDevices(mediaDevices: Pick<MediaDevices, 'enumerateDevices'>): Promise<readonly Device[]> {
  const found = await mediaDevices.enumerateDevices();
  const devices = found
    .filter((device) => Object.hasOwn(KINDS, device.kind))
    .map((device) => Object.freeze({ kind: KINDS[device.kind], id: device.deviceId, label: device.label }));
  return Object.freeze(devices);
}

export function isSameDeviceList(a: readonly Device[], b: readonly Device[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((device, index) => {
    const other = b[index];
    return device.kind === other?.kind && device.id === other.id && device.label === other.label;
  });
}
