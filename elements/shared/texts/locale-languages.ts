import type { Texts } from '../text.js';

const FILES: Readonly<Record<string, () => Promise<Texts>>> = {
  ar: async () => (await import('./locale-ar.js')).ar,
  de: async () => (await import('./locale-de.js')).de,
  es: async () => (await import('./locale-es.js')).es,
  fr: async () => (await import('./locale-fr.js')).fr,
  it: async () => (await import('./locale-it.js')).it,
  ja: async () => (await import('./locale-ja.js')).ja,
  nl: async () => (await import('./locale-nl.js')).nl,
  pl: async () => (await import('./locale-pl.js')).pl,
  pt: async () => (await import('./locale-pt.js')).pt,
  tr: async () => (await import('./locale-tr.js')).tr,
  zh: async () => (await import('./locale-zh.js')).zh,
};

/** The languages there are words for, besides English. */
export const LANGUAGES: readonly string[] = Object.keys(FILES);

/** All texts of that language (`de`, without a region), loaded now; null when there are none. */
export async function loadLanguage(language: string): Promise<Texts | null> {
  return (await FILES[language]?.()) ?? null;
}
