/** Every bound of the chat; the length of a text is `LIMITS.chatTextLength`. */
export const CHAT_LIMITS = {
  /** The latest are kept, and given to newcomers. */
  messages: 500,
  /** Deletions of messages that have not come yet. */
  deletions: 500,
  /** What one visitor may say: faster than anybody types, slower than a flood. */
  sendPerSecond: 2,
  sendBurst: 10,
  /** What is taken of one sender. The burst is what may have been kept for one who was away. */
  takePerSecond: 4,
  takeBurst: 256,
  /** JSON bytes of the entries of one part of the history: with all around them below the 16 KiB of one message. */
  partBytes: 12 * 1024,
  /** Entries taken of one part. */
  partEntries: 256,
  /** Parts asked of one participant, and (at first, and each second after) given to one. */
  parts: 64,
  partsPerSecond: 2,
  /** Whoever does not answer is asked no more; another one is. */
  answerMs: 10_000,
  /** A clock that is further off than this is not believed: the time of arrival stands in. */
  clockSkewMs: 120_000,
} as const;
