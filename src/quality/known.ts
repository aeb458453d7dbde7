/** Arithmetic in which null is unknown: it is left out where there is something else, and stays null where there is not. */
export const known = {
  /** What a browser gave, when it is a number. */
  number(value: unknown): number | null {
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  },

  largest(values: readonly (number | null)[]): number | null {
    const numbers = values.filter((value) => value !== null);
    return numbers.length === 0 ? null : Math.max(...numbers);
  },

  sum(values: readonly (number | null)[]): number | null {
    const numbers = values.filter((value) => value !== null);
    return numbers.length === 0 ? null : numbers.reduce((total, value) => total + value, 0);
  },

  /** Null also when the whole is nothing. */
  ratio(part: number | null, whole: number | null): number | null {
    return part === null || whole === null || whole <= 0 ? null : part / whole;
  },

  clamp(value: number | null, most: number): number | null {
    return value === null ? null : Math.min(most, Math.max(0, value));
  },

  /** Of seconds, never below zero. */
  milliseconds(seconds: number | null): number | null {
    return seconds === null ? null : Math.max(0, seconds * 1000);
  },
} as const;
