import { en } from './texts/en.js';

/** A text, or its plural forms by the category that `Intl.PluralRules` gives a count. */
export type Text = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const english: Record<string, Text> = { ...en };

/** Adds the English texts of one area; whatever uses them calls this when it is loaded. */
export function addTexts(texts: Readonly<Record<string, Text>>): void {
  Object.assign(english, texts);
}

/** The English text of that key; the key itself while its area is not loaded, which is a mistake that tests find. */
export function englishText(key: string): Text {
  return english[key] ?? key;
}
