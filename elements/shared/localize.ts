import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ErrorCode } from '../../src/base/nex-error.js';
import { LatePart } from './late-part.js';
import { languageWatch } from './language-watch.js';
import { addTexts, englishText, textsOf } from './text-store.js';
import type { Text, Texts } from './text.js';
import type { AllTexts } from './texts/all-texts.js';

/** The name of a text. */
export type TextKey = keyof AllTexts;
type Forms<Text> = Text extends { readonly other: infer Other } ? Other : Text;
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Blanks<Key extends TextKey> = Names<Forms<AllTexts[Key]>>;
/** What a text needs to be filled in: nothing, or one value for each `{blank}`. */
export type TextValues<Key extends TextKey> = [Blanks<Key>] extends [never] ? [] : [Readonly<Record<Blanks<Key>, string | number>>];

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** Gives an element its words, in the language of the nearest `lang`; English while, and where, a language has no words. */
export class Localizer implements ReactiveController {
  readonly #host: Element & Partial<ReactiveControllerHost>;
  /** Most calls have no error to tell. */
  readonly #errors: LatePart<void>;

  constructor(host: Element & Partial<ReactiveControllerHost>) {
    this.#host = host;
    this.#errors = new LatePart(host, async () => {
      addTexts((await import('./texts/en-errors.js')).enErrors);
    });
    host.addController?.(this);
  }

  hostConnected(): void {
    languageWatch.add(this.#host);
  }

  hostDisconnected(): void {
    languageWatch.delete(this.#host);
  }

  /** BCP 47 tag of the nearest `lang`, through shadow roots; `en` when there is none or it is not one. */
  get lang(): string {
    const tag = nearestLang(this.#host);
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? 'en';
    } catch {
      return 'en';
    }
  }

  /** The tag that numbers, lists and times follow: that of the words, not one we have no words for. */
  get wordsLang(): string {
    const { lang } = this;
    return lang.startsWith('en-') || this.#texts ? lang : 'en';
  }

  /** The text of that key; `{blanks}` are filled in, and `{count}` chooses among plural forms. */
  t<Key extends TextKey>(key: Key, ...values: TextValues<Key>): string {
    return this.#filled(key, values[0]);
  }

  #filled(key: string, fill: Readonly<Record<string, string | number>> = {}): string {
    const own = this.#texts?.[key];
    const text = chosenForm(own ?? englishText(key), own ? this.lang : 'en', fill['count']);
    return text.replace(/\{(\w+)\}/g, (blank, name: string) => {
      const value = fill[name];
      if (value === undefined) return blank;
      if (typeof value === 'number') return new Intl.NumberFormat(this.wordsLang).format(value);
      // A name of the other direction is kept together, and moves nothing around it.
      return RIGHT_TO_LEFT.test(value) === RIGHT_TO_LEFT.test(text) ? value : `\u2068${value}\u2069`;
    });
  }

  /** "Ana, Bo and Cem". */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.wordsLang, { style: 'long', type: 'conjunction' }).format(items);
  }

  /** One sentence a caller understands; a general one until the words for errors are loaded. */
  errorTitle(code: ErrorCode): string {
    return this.#errorText(`error/${code}/title`, 'error.title');
  }

  /** What the caller can do about it. */
  errorAdvice(code: ErrorCode): string {
    return this.#errorText(`error/${code}/advice`, 'error.advice');
  }

  /** Both. */
  errorWords(code: ErrorCode): string {
    return this.t('error.words', { title: this.errorTitle(code), advice: this.errorAdvice(code) });
  }

  #errorText(key: string, general: string): string {
    this.#errors.get();
    const words = this.#filled(key);
    return words === key ? this.#filled(general) : words;
  }

  get #texts(): Texts | null {
    const [language = 'en'] = this.lang.split('-');
    return language === 'en' ? null : textsOf(language, languageWatch.refresh);
  }
}

function chosenForm(text: Text, lang: string, count: string | number | undefined): string {
  if (typeof text === 'string') return text;
  return text[new Intl.PluralRules(lang).select(Number(count ?? 0))] ?? text.other;
}

function nearestLang(element: Element): string {
  let place: Element | null = element;
  while (place) {
    const holder: Element | null = place.closest('[lang]:not([lang=""])');
    if (holder) return holder.getAttribute('lang') ?? 'en';
    const root = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}
