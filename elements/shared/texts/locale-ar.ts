import type { Locale } from './locale.js';

/** Arabic words, modern standard; said so that they fit everybody where that is possible. */
export const ar: Partial<Locale<'zero' | 'one' | 'two' | 'few' | 'many' | 'other'>> = {

};
