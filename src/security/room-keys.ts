import { NexError } from '../base/nex-error.js';

/** What a room name and its secret lead to. The server sees the addresses, never the name, the secret or the key. */
export interface RoomKeys {
  /** `nx` and 32 hexadecimal digits: 128 bits, within the characters PeerJS takes in an id. */
  readonly roomId: string;
  /** The addresses at which newcomers find the room. */
  readonly slotAddresses: readonly [string, string, string];
  /** AES-256-GCM, not extractable. */
  readonly sealKey: CryptoKey;
}

/** Changed together with anything below: rooms of two versions never meet. */
const SALT = 'nexrtc/room-keys/v1';
const ROOM_ID_BITS = 128;

/**
 * Derives the addresses and the sealing key of a room by HKDF-SHA-256 (RFC 5869).
 *
 * Name and secret are taken in Unicode form NFC, so the same words typed on two systems meet. An empty secret is no
 * secret: then the key protects from nobody who knows or guesses the name. The secret is not stretched, and the
 * server could test guesses against the addresses, so it must be long and random rather than a memorable password.
 * Rejects with `environment/insecure-context` where the browser offers no `crypto.subtle` (a page without HTTPS).
 */
export async function deriveRoomKeys(room: string, secret: string | null): Promise<RoomKeys> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (subtle === undefined) {
    throw new NexError('environment/insecure-context', 'Room keys need crypto.subtle: a secure context (HTTPS or localhost).', {
      fatal: true,
    });
  }
  const material = await subtle.importKey('raw', frame([room, secret ?? '']), 'HKDF', false, ['deriveBits', 'deriveKey']);
  const [idBits, sealKey] = await Promise.all([
    subtle.deriveBits(expansion('room-id'), material, ROOM_ID_BITS),
    subtle.deriveKey(expansion('seal-key'), material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  ]);
  const hex = Array.from(new Uint8Array(idBits), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const roomId = `nx${hex}`;
  return { roomId, slotAddresses: [`${roomId}-0`, `${roomId}-1`, `${roomId}-2`], sealKey };
}

function expansion(purpose: string): HkdfParams {
  const encoder = new TextEncoder();
  return { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(SALT), info: encoder.encode(purpose) };
}

/** Puts each part's length before it, so that no two lists of parts give the same bytes. */
function frame(parts: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoded = parts.map((part) => new TextEncoder().encode(part.normalize('NFC')));
  const framed = new Uint8Array(encoded.reduce((size, bytes) => size + 4 + bytes.length, 0));
  const view = new DataView(framed.buffer);
  let offset = 0;
  for (const bytes of encoded) {
    view.setUint32(offset, bytes.length);
    framed.set(bytes, offset + 4);
    offset += 4 + bytes.length;
  }
  return framed;
}
