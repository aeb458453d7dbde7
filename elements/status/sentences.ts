/** One after the other, with a full stop between those that have no end of their own: "Ana joined. Bo: hello! Cem left". */
export function sentences(words: readonly string[]): string {
  return words.join('. ').replaceAll(/([.!?…。！？؟])\. /g, '$1 ');
}
