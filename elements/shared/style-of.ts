import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type PartInfo } from 'lit/directive.js';

type Styles = Readonly<Record<string, string>>;

class StyleOf extends Directive {
  readonly #style: CSSStyleDeclaration;
  #names: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    this.#style = (part as PartInfo & { readonly element: HTMLElement }).element.style;
  }

  render(styles: Styles): typeof noChange {
    for (const name of this.#names) if (!(name in styles)) this.#style.removeProperty(name);
    for (const [name, value] of Object.entries(styles)) this.#style.setProperty(name, value);
    this.#names = Object.keys(styles);
    return noChange;
  }
}

/**
 * For the attribute `style`: properties by their names in CSS. Lit's own `styleMap` writes the attribute the first time, and a
 * page with a strict policy refuses that.
 */
export const styleOf: (styles: Styles) => DirectiveResult<typeof StyleOf> = directive(StyleOf);
