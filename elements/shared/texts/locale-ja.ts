import type { Locale } from './locale.js';

/** Japanese words; polite (です, ます). */
export const ja: Partial<Locale<'other'>> = {

};
