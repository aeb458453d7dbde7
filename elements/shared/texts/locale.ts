import type { AllTexts } from './all-texts.js';

/**
 * All texts of one language, in the plural forms that it has: no key missing, none too many. That each text has the blanks
 * of the English one is tested.
 */
export type Locale<Form extends Intl.LDMLPluralRule> = {
  readonly [Key in keyof AllTexts]: AllTexts[Key] extends string ? string : Readonly<Record<Form, string>>;
};
