import type { Text, Texts } from './text.js';
import { en } from './texts/en.js';

const english: Record<string, Text> = { ...en };
/** By language; null while they are loaded, and for a language that we have no words for. */
const foreign: Record<string, Texts | null> = {};

/** Adds the English texts of one area; whatever uses them calls this when it is loaded. */
export function addTexts(texts: Texts): void {
  Object.assign(english, texts);
}

/** The English text of that key; the key itself while its area is not loaded, which is a mistake that tests find. */
export function englishText(key: string): Text {
  return english[key] ?? key;
}

/** The words of a language (`de`); null while there are none. Asking loads them: `onLoad` is called when they are there. */
export function textsOf(language: string, onLoad: () => void): Texts | null {
  if (foreign[language] === undefined) {
    foreign[language] = null;
    import('./texts/locale-languages.js')
      .then(async ({ loadLanguage }) => {
        foreign[language] = await loadLanguage(language);
        onLoad();
      })
      .catch(() => {
        // The network is gone: the next time that words are asked for, it is tried again.
        delete foreign[language];
      });
  }
  return foreign[language] ?? null;
}
