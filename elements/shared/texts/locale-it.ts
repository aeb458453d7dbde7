import type { Locale } from './locale.js';

/** Italian words; informal (tu). */
export const it: Partial<Locale<'one' | 'many' | 'other'>> = {

};
