/** A text, or its plural forms by the category that `Intl.PluralRules` gives a count. */
export type Text = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
/** Texts by key. */
export type Texts = Readonly<Record<string, Text>>;
