import type { Locale } from './locale.js';

/** Turkish words; formal (siz). */
export const tr: Partial<Locale<'one' | 'other'>> = {

};
