import type { Locale } from './locale.js';

/** German words; formal (Sie). */
export const de: Partial<Locale<'one' | 'other'>> = {

};
