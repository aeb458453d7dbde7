import type { Locale } from './locale.js';

/** French words; formal (vous). */
export const fr: Partial<Locale<'one' | 'many' | 'other'>> = {

};
