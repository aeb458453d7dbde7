import type { Device, DeviceKind } from './media-port.js';

const KINDS: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

/** Chromium's names for whatever the system's default is. */
const VIRTUAL: ReadonlySet<string> = new Set(['default', 'communications']);

export interface DeviceListing {
  readonly devices: readonly Device[];
  /** The real device behind Chromium's entry for the default microphone; null where there is no such entry or it is not named yet. */
  readonly defaultMicrophoneId: string | null;
}

/** The devices that can be chosen, without asking for permission. Before it is given, browsers tell one nameless device a kind. */
export async function listDevices(mediaDevices: Pick<MediaDevices, 'enumerateDevices'>): Promise<DeviceListing> {
  const found = await mediaDevices.enumerateDevices();
  const devices = found
    .filter((device) => Object.hasOwn(KINDS, device.kind))
    .map((device) => Object.freeze({ kind: KINDS[device.kind], id: device.deviceId, label: device.label }));
  return { devices: Object.freeze(devices), defaultMicrophoneId: findDefault(found.filter(({ kind }) => kind === 'audioinput')) };
}

function findDefault(microphones: readonly MediaDeviceInfo[]): string | null {
  const groupId = microphones.find(({ deviceId }) => deviceId === 'default')?.groupId ?? '';
  const real = microphones.find((device) => !VIRTUAL.has(device.deviceId) && device.groupId === groupId);
  return groupId === '' || real === undefined || real.deviceId === '' ? null : real.deviceId;
}

export function isSameDeviceList(a: readonly Device[], b: readonly Device[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((device, index) => {
    const other = b[index];
    return device.kind === other?.kind && device.id === other.id && device.label === other.label;
  });
}
