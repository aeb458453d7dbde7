import { textDirection } from './text-direction.js';

/** Of the words that `host` shows, unless the page says a direction itself; undefined (inherit) then. */
export function hostDirection(host: HTMLElement, wordsLang: string): 'rtl' | 'ltr' | undefined {
  return textDirection(host.lang || (host.closest('[dir]') ? '' : wordsLang));
}
