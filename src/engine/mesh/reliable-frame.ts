/** One piece of a reliable stream on the wire. */
export interface ReliableFrame {
  /** The sender's stream: one for the life of its page. */
  readonly stream: string;
  /** The receiver's stream, of which everything up to `ack` has come; null while none is known. */
  readonly to: string | null;
  readonly ack: number;
  /** The lowest number that the sender still keeps: who hears of this stream for the first time begins there. */
  readonly base: number;
  /** Number of the message, from 1; null when the frame only acknowledges. */
  readonly seq: number | null;
  readonly body: unknown;
}

const STREAM_ID = /^[0-9a-f]{16}$/;

/** The frame as a fresh, checked object, or null. */
export function readReliableFrame(value: unknown): ReliableFrame | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { stream, to, ack, base, seq, body } = value as Record<string, unknown>;
  if (!isStreamId(stream) || (to !== null && !isStreamId(to))) return null;
  if (!isCount(ack) || !isCount(base) || base < 1) return null;
  if (seq === undefined) return { stream, to, ack, base, seq: null, body: null };
  if (!isCount(seq) || seq < base || body === undefined) return null;
  return { stream, to, ack, base, seq, body };
}

/** `text` is the body as JSON, or null for an acknowledgement alone. */
export function writeReliableFrame(head: Omit<ReliableFrame, 'body' | 'seq'>, seq: number | null, text: string | null): string {
  const { stream, to, ack, base } = head;
  if (seq === null || text === null) return JSON.stringify({ stream, to, ack, base });
  // The body is JSON already: written once, though it may be sent several times.
  return `${JSON.stringify({ stream, to, ack, base, seq }).slice(0, -1)},"body":${text}}`;
}

function isStreamId(value: unknown): value is string {
  return typeof value === 'string' && STREAM_ID.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
