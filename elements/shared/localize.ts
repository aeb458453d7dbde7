import type { ErrorCode } from '../../src/base/nex-error.js';
import { LatePart } from './late-part.js';
import { englishText, type Text } from './text-store.js';
import type { AllTexts } from './texts/all-texts.js';

/** The name of a text. */
export type TextKey = keyof AllTexts;
type Forms<Text> = Text extends { readonly other: infer Other } ? Other : Text;
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Blanks<Key extends TextKey> = Names<Forms<AllTexts[Key]>>;
/** What a text needs to be filled in: nothing, or one value for each `{blank}`. */
export type TextValues<Key extends TextKey> = [Blanks<Key>] extends [never] ? [] : [Readonly<Record<Blanks<Key>, string | number>>];

/** Gives an element its words, in the language of the nearest `lang`; English where a language has no words yet. */
export class Localizer {
  readonly #host: Element;
  /** Most calls have no error to tell. */
  readonly #errors: LatePart<typeof import('./texts/en-errors.js')>;

  constructor(host: Element & { requestUpdate?(): void }) {
    this.#host = host;
    this.#errors = new LatePart(host, () => import('./texts/en-errors.js'));
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

  /** The text of that key; `{blanks}` are filled in, and `{count}` chooses among plural forms. */
  t<Key extends TextKey>(key: Key, ...values: TextValues<Key>): string {
    const fill = (values[0] ?? {}) as Readonly<Record<string, string | number>>;
    return chosenForm(englishText(key), fill['count']).replace(/\{(\w+)\}/g, (blank, name: string) => {
      const value = fill[name];
      if (value === undefined) return blank;
      return typeof value === 'number' ? new Intl.NumberFormat(this.#wordsLang).format(value) : value;
    });
  }

  /** "Ana, Bo and Cem". */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.#wordsLang, { style: 'long', type: 'conjunction' }).format(items);
  }

  /** One sentence a caller understands; a general one until the words for errors are loaded. */
  errorTitle(code: ErrorCode): string {
    return this.#errors.get()?.enErrors[`error/${code}/title`] ?? this.t('error.title');
  }

  /** What the caller can do about it. */
  errorAdvice(code: ErrorCode): string {
    return this.#errors.get()?.enErrors[`error/${code}/advice`] ?? this.t('error.advice');
  }

  /** Lists and numbers follow the language the words are in, not one we have no words for. */
  get #wordsLang(): string {
    const lang = this.lang;
    return lang === 'en' || lang.startsWith('en-') ? lang : 'en';
  }
}

function chosenForm(text: Text, count: string | number | undefined): string {
  if (typeof text === 'string') return text;
  return text[new Intl.PluralRules('en').select(Number(count ?? 0))] ?? text.other;
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
