/** One message of the chat as this device has it. */
export interface ChatEntry {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly participantId: string;
  readonly name: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  /** The only one it was said to; null: everybody. */
  readonly to: string | null;
  readonly replyTo: string | null;
  readonly isOwn: boolean;
  readonly isDeleted: boolean;
}
