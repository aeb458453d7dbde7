import type { Locale } from './locale.js';

/** Chinese words, simplified; plain and polite (你). */
export const zh: Partial<Locale<'other'>> = {

};
