/** Width ÷ height of a CSS `<ratio>` such as `16 / 9` or `1.6`; null when it is none, or no sensible one. */
export function readAspect(value: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(?:\/\s*(\d+(?:\.\d+)?)\s*)?$/.exec(value);
  if (match === null) return null;
  const ratio = Number(match[1]) / Number(match[2] ?? 1);
  return ratio >= 0.2 && ratio <= 5 ? ratio : null;
}
