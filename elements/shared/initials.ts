/** One or two letters for a disc: the first of the first and of the last word, by grapheme and not by code unit. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0];
  if (first === undefined) return '';
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  return (firstGrapheme(first) + firstGrapheme(last)).toLocaleUpperCase();
}

function firstGrapheme(word: string): string {
  if (typeof Intl.Segmenter !== 'function') return [...word][0] ?? '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)) return segment;
  return '';
}
