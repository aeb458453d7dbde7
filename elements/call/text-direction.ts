const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

/** `rtl` or `ltr` of a language tag; undefined (inherit) for an empty one. */
export function textDirection(lang: string): 'rtl' | 'ltr' | undefined {
  if (lang === '') return undefined;
  const [language = ''] = lang.toLowerCase().split('-');
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
