const MAX_DEPTH = 12;

/**
 * A copy that another origin may have: text, numbers, true and false, in plain objects and lists. Streams, elements and
 * functions are left out; an error becomes its code, message, `retryable` and `fatal`.
 */
export function plain(value: unknown, depth = 0): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (typeof value !== 'object' || depth > MAX_DEPTH) return undefined;
  if (value instanceof Error) {
    const { code, message, retryable, fatal } = value as Error & Readonly<Record<'code' | 'retryable' | 'fatal', unknown>>;
    return { code: typeof code === 'string' ? code : 'call/aborted', message, retryable: retryable === true, fatal: fatal === true };
  }
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1) ?? null);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const kept = plain(item, depth + 1);
    if (kept !== undefined && key !== '__proto__') copy[key] = kept;
  }
  return copy;
}
