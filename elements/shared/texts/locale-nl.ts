import type { Locale } from './locale.js';

/** Dutch words; informal (je). */
export const nl: Partial<Locale<'one' | 'other'>> = {

};
