import { NexError } from '../base/nex-error.js';

const SHOWN_LENGTH = 80;

/** The error for an option that cannot be used. `option` is the attribute's name; pass undefined for a value that must not be shown. */
export function invalidOption(option: string, value: unknown, expected: string, cause?: unknown): NexError {
  const shown = value === undefined ? {} : { value: describe(value) };
  return new NexError('config/invalid', `The option "${option}" takes ${expected}.`, {
    fatal: true,
    detail: { option, expected, ...shown },
    ...(cause === undefined ? {} : { cause }),
  });
}

function describe(value: unknown): string {
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
  // A URL may carry a user and a password.
  const text = value.replace(/\/\/[^/@\s]*@/gu, '//…@');
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
