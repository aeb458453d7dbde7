/**
 * The tag that times follow: that of the words. Where it names no region (`en`), the visitor's own region decides, if they
 * use that language: British times for a British visitor, but no American ones on a German page.
 */
export function timeLang(lang: string, preferred: readonly string[]): string {
  const words = new Intl.Locale(lang);
  if (words.region !== undefined) return lang;
  const { script } = words.maximize();
  const own = preferred.find((tag) => {
    const each = localeOf(tag);
    return each?.language === words.language && each.region !== undefined && each.maximize().script === script;
  });
  return own ?? lang;
}

/** Null for what is no language tag: WebKitGTK says `c` where the system has no language set. */
function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
