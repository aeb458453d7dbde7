const MAX_DEPTH = 8;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses JSON from outside. Undefined when it does not parse, nests deeper than 8, or has a key that reaches a prototype. */
export function parseSafeJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isSafe(value, 0) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSafe(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= MAX_DEPTH) return false;
  return Object.entries(value).every(([key, member]) => !FORBIDDEN_KEYS.has(key) && isSafe(member, depth + 1));
}
