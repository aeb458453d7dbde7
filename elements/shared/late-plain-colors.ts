import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Scheme = 'light' | 'dark' | 'both';
type Host = ReactiveControllerHost & Element;

/** For browsers without `light-dark()` (Safari before 17.5): says the colours of an element once more, without it, by the same `color-scheme`. */
export class PlainColors implements ReactiveController {
  readonly #host: Host;
  #sheet: CSSStyleSheet | null = null;
  #written = '';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    if (host.isConnected) this.hostUpdated();
  }

  /** Styles come later, and the scheme changes: both are looked at with each rendering. */
  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (root === null) return;
    const own = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    const text = plainColors(own, schemeOf(this.#host));
    if (text !== this.#written) {
      this.#sheet ??= new CSSStyleSheet();
      this.#sheet.replaceSync(text);
      this.#written = text;
    }
    if (this.#sheet && root.adoptedStyleSheets.at(-1) !== this.#sheet) root.adoptedStyleSheets = [...own, this.#sheet];
  }
}

function schemeOf(host: Element): Scheme {
  const words = getComputedStyle(host).colorScheme.split(' ');
  if (!words.includes('dark')) return 'light';
  return words.includes('light') ? 'both' : 'dark';
}

/** CSS of all custom properties that are somewhere said with `light-dark()`, in the order of the sheets. */
function plainColors(sheets: readonly CSSStyleSheet[], scheme: Scheme): string {
  const rules = sheets.flatMap((sheet) => [...sheet.cssRules]);
  const names = new Set<string>();
  eachStyle(rules, (style) => {
    for (const name of style) if (style.getPropertyValue(name).includes('light-dark(')) names.add(name);
  });
  const light = (): string => rules.map((rule) => plain(rule, names, 0)).join('');
  const dark = (): string => rules.map((rule) => plain(rule, names, 1)).join('');
  if (scheme !== 'both') return scheme === 'light' ? light() : dark();
  return `${light()}@media (prefers-color-scheme:dark){${dark()}}`;
}

function eachStyle(rules: readonly CSSRule[], visit: (style: CSSStyleDeclaration) => void): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) visit(rule.style);
    else if (rule instanceof CSSGroupingRule) eachStyle([...rule.cssRules], visit);
  }
}

function plain(rule: CSSRule, names: ReadonlySet<string>, side: 0 | 1): string {
  if (rule instanceof CSSStyleRule) {
    const said = [...rule.style]
      .filter((name) => names.has(name))
      .map((name) => `${name}:${choose(rule.style.getPropertyValue(name), side)};`);
    return said.length === 0 ? '' : `${rule.selectorText}{${said.join('')}}`;
  }
  if (!(rule instanceof CSSGroupingRule)) return '';
  const inside = [...rule.cssRules].map((each) => plain(each, names, side)).join('');
  return inside === '' ? '' : `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inside}}`;
}

/** The value with one of the two colours in place of each `light-dark()`, of which none is inside of another. */
function choose(value: string, side: 0 | 1): string {
  const at = value.indexOf('light-dark(');
  if (at < 0) return value;
  const start = at + 'light-dark('.length;
  let depth = 0;
  let comma = start;
  let end = start;
  for (; end < value.length; end += 1) {
    const letter = value[end];
    if (letter === '(') depth += 1;
    else if (letter === ',' && depth === 0) comma = end;
    else if (letter === ')' && depth-- === 0) break;
  }
  const colour = side === 0 ? value.slice(start, comma) : value.slice(comma + 1, end);
  return `${value.slice(0, at)}${colour.trim()}${choose(value.slice(end + 1), side)}`;
}
