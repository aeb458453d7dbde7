import { FLOOD_LIMITS } from './flood-guard.js';

/** Bounds and times of a reliable stream; what is sent stays a quarter below what the other's flood guard takes. */
export const RELIABLE_LIMITS = {
  /** Unacknowledged messages kept for sending again, and messages kept that came before their turn. */
  messages: 256,
  /** JSON characters of each of those. */
  characters: 1024 * 1024,
  ackDelayMs: 200,
  /** So many unacknowledged messages are acknowledged without waiting. */
  ackEvery: 16,
  /** When nothing is acknowledged for as long, the oldest is sent once more; doubled each time. */
  probeMs: 2_000,
  longestProbeMs: 30_000,
  messagesPerSecond: FLOOD_LIMITS.messagesPerSecond * 0.75,
  messageBurst: FLOOD_LIMITS.messageBurst * 0.75,
  bytesPerSecond: FLOOD_LIMITS.bytesPerSecond * 0.75,
  byteBurst: FLOOD_LIMITS.byteBurst * 0.75,
  /** What a frame adds to its body, at most. */
  frameCharacters: 160,
} as const;
