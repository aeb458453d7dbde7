import { LIMITS } from '../base/limits.js';

/** C0 and C1 controls, line separators, and the characters that turn the direction of the text around a name. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const DECEIVING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A name that can be shown beside others: normalised, trimmed, without characters that change what surrounds it. */
export function cleanDisplayName(text: string): string {
  return text.normalize('NFC').replace(DECEIVING, '').trim();
}

/** `cleanDisplayName`, cut to the longest name that is shown. For names that others sent. */
export function boundDisplayName(text: string): string {
  // Cut twice: normalising and splitting a whole hostile message would be work for nothing.
  const short = text.slice(0, LIMITS.displayNameLength * 8);
  return [...cleanDisplayName(short)].slice(0, LIMITS.displayNameLength).join('').trim();
}
