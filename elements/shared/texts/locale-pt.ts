import type { Locale } from './locale.js';

/** Portuguese words, as in Brazil; informal (você). */
export const pt: Partial<Locale<'one' | 'many' | 'other'>> = {

};
