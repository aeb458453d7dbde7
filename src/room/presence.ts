import { boundDisplayName } from './display-name.js';

/** What a participant tells the others about itself. */
export interface Presence {
  readonly name: string;
  /** Milliseconds since the epoch, by the participant's own clock. */
  readonly joinedAt: number;
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
}

/** What this participant tells of itself: the hand too, which `Hands` reads once its code is there. */
export interface OwnPresence extends Presence {
  /** Milliseconds since the epoch; null while it is down. */
  readonly handRaisedAt: number | null;
}

const LATEST_DATE_MS = 8.64e15;

/** The message that carries a presence. */
export function encodePresence(presence: OwnPresence): Readonly<OwnPresence & { kind: 'presence' }> {
  const { name, joinedAt, microphone, camera, screen, handRaisedAt } = presence;
  return { kind: 'presence', name, joinedAt, microphone, camera, screen, handRaisedAt };
}

/** A fresh presence from a message as it came, or null when it is another kind or not well formed. */
export function parsePresence(data: unknown): Presence | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const { kind, name, joinedAt, microphone, camera, screen } = data as Readonly<Record<string, unknown>>;
  if (kind !== 'presence' || typeof name !== 'string') return null;
  if (typeof joinedAt !== 'number' || !Number.isFinite(joinedAt) || joinedAt < 0 || joinedAt > LATEST_DATE_MS) return null;
  if (typeof microphone !== 'boolean' || typeof camera !== 'boolean' || typeof screen !== 'boolean') return null;
  return Object.freeze({ name: boundDisplayName(name), joinedAt: Math.floor(joinedAt), microphone, camera, screen });
}
