import { useContext, useMemo } from 'react';
import { NexError } from '../../src/base/nex-error.js';
import type { Call, Device, DeviceKind } from '../../src/call/call.js';
import { currentCall } from './current-call.js';
import { useCallState } from './use-call-state.js';

export interface CallDevices {
  /** Labels are empty until the visitor has allowed that kind of device. */
  readonly microphones: readonly Device[];
  readonly cameras: readonly Device[];
  readonly speakers: readonly Device[];
  /** The chosen device of each kind; null is the browser's default. */
  readonly selected: Readonly<Record<DeviceKind, string | null>>;
  /** Settles when the device is in use; null goes back to the browser's default. Rejects as `Call.selectDevice`. */
  readonly select: (kind: DeviceKind, id: string | null) => Promise<void>;
}

const NONE: readonly Device[] = [];
const DEFAULTS: Readonly<Record<DeviceKind, string | null>> = { microphone: null, camera: null, speaker: null };

/** This device's microphones, cameras and speakers, kept up to date; all empty while there is no call. Captures nothing. */
export function useDevices(call?: Call | null): CallDevices {
  const provided = useContext(currentCall);
  const chosen = call === undefined ? provided : call;
  const devices = useCallState((state) => state.devices, chosen) ?? NONE;
  const selected = useCallState((state) => state.selectedDevices, chosen) ?? DEFAULTS;
  return useMemo(() => {
    const ofKind = (kind: DeviceKind): readonly Device[] => devices.filter((device) => device.kind === kind);
    return {
      microphones: ofKind('microphone'),
      cameras: ofKind('camera'),
      speakers: ofKind('speaker'),
      selected,
      select: (kind, id) => chosen?.selectDevice(kind, id) ?? Promise.reject(new NexError('call/invalid-state', 'There is no call yet.')),
    };
  }, [chosen, devices, selected]);
}
