import { parseSafeJson } from '../base/safe-json.js';
import type { DeviceChoice, DeviceMemory } from './device-memory-port.js';

const KEY = 'nexrtc.devices';
/** Browsers' ids are hashes of 64 digits; anything much longer is not one. */
const MAX_ID_LENGTH = 256;

/** Remembers in `storage`, ids only. Where it is null, full or forbidden, nothing is remembered. */
export function createDeviceMemory(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null): DeviceMemory {
  return {
    read() {
      try {
        const value = parseSafeJson(storage?.getItem(KEY) ?? 'null');
        const ids = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
        return choiceOf(readId(ids['microphone']), readId(ids['camera']), readId(ids['speaker']));
      } catch {
        return choiceOf(null, null, null);
      }
    },
    write({ microphone, camera, speaker }) {
      try {
        if (microphone === null && camera === null && speaker === null) storage?.removeItem(KEY);
        else storage?.setItem(KEY, JSON.stringify({ microphone, camera, speaker }));
      } catch {
        // The choice holds for this call only.
      }
    },
  };
}

function choiceOf(microphone: string | null, camera: string | null, speaker: string | null): DeviceChoice {
  return Object.freeze({ microphone, camera, speaker });
}

function readId(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= MAX_ID_LENGTH ? value : null;
}
