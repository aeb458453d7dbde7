import type { Locale } from './locale.js';

/** Polish words; informal, and said so that they fit everybody. */
export const pl: Partial<Locale<'one' | 'few' | 'many' | 'other'>> = {

};
