import { LIMITS } from '../base/limits.js';

/** What a member sends to all others at once; `epoch` names the key. The tag of `box` covers room, sender, epoch and `n`. */
export interface SealedMessage {
  readonly epoch: string;
  /** From 1, never twice under one key. */
  readonly n: number;
  readonly iv: string;
  readonly box: string;
}

/** A sealed message of 16 KiB of JSON, in base64 with its tag. */
const MAX_BOX_CHARACTERS = Math.ceil((LIMITS.dataMessageBytes * 4) / 3) + 64;
const EPOCH = /^([0-9a-f]{16})\.(\d{1,9})$/;
const IV_CHARACTERS = 16;

/** The message as a fresh, checked object, or null. */
export function readSealedMessage(value: unknown): SealedMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { epoch, n, iv, box } = value as Record<string, unknown>;
  if (typeof epoch !== 'string' || readEpoch(epoch) === null) return null;
  if (!Number.isSafeInteger(n) || (n as number) < 1) return null;
  if (typeof iv !== 'string' || iv.length !== IV_CHARACTERS || typeof box !== 'string' || box.length > MAX_BOX_CHARACTERS) return null;
  return { epoch, n: n as number, iv, box };
}

/** An epoch is one life of its sender (16 hexadecimal digits, by chance) and a number that rises within it. */
export function readEpoch(epoch: string): { readonly life: string; readonly number: number } | null {
  const [, life, number] = EPOCH.exec(epoch) ?? [];
  return life === undefined || number === undefined ? null : { life, number: Number(number) };
}

/** What the tag covers beside the body: a message cannot be passed off as another's, another room's or another number's. */
export function bindMessage(roomId: string, senderId: string, epoch: string, n: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['nexrtc/sender-keys/v1', roomId, senderId, epoch, n]));
}
