import { NexError, type ErrorCode } from '../base/nex-error.js';

/** What was thrown, as the one error class; something unforeseen gets `code`. */
export function toNexError(thrown: unknown, code: ErrorCode, message: string): NexError {
  return thrown instanceof NexError ? thrown : new NexError(code, message, { retryable: true, cause: thrown });
}
