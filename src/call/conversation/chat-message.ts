/** One message of the chat, as everybody who may read it has it. */
export interface ChatMessage {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** Who said it; it may have left since. */
  readonly participantId: string;
  /** The name of the sender when it was said. */
  readonly name: string;
  /** 1 to 2,000 characters, as typed; empty once deleted. */
  readonly text: string;
  /**
   * Milliseconds since the epoch, by the clock of the sender as far as it can be right: never after it came, never before
   * what was said earlier; the time it came when that clock is more than two minutes off.
   */
  readonly sentAt: number;
  /** The only one it was said to; null: everybody. */
  readonly to: string | null;
  /** The id of the message it answers; that one may not be known here. */
  readonly replyTo: string | null;
  readonly isOwn: boolean;
  readonly isDeleted: boolean;
}

/** What `send` takes besides the text. */
export interface SendOptions {
  /** Only this participant gets it. */
  readonly to?: string;
  /** The id of the message it answers. */
  readonly replyTo?: string;
}
