import type { Locale } from './locale.js';

/** Spanish words; informal (tú). */
export const es: Partial<Locale<'one' | 'many' | 'other'>> = {

};
