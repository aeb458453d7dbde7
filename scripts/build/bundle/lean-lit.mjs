const CSS_TAG = '@lit/reactive-element/css-tag.js';
const REACTIVE_ELEMENT = '@lit/reactive-element/reactive-element.js';
const PROPERTY = '@lit/reactive-element/decorators/property.js';
const LIT_HTML = 'lit-html/lit-html.js';
const LIVE = 'lit-html/directives/live.js';
const REPEAT = 'lit-html/directives/repeat.js';
const CLASS_MAP = 'lit-html/directives/class-map.js';
const LIT_ELEMENT = 'lit-element/lit-element.js';

/**
 * What of Lit no page of ours reaches, by file: each first text is replaced by its second. Ways for browsers without shadow
 * roots and constructable style sheets, decorators of the other kind, words for developers, and the names that it would
 * leave in the page's global object.
 */
const REPLACEMENTS = {
  [CSS_TAG]: [
    [
      'e=t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      'e=!0',
    ],
    [
      'if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");',
      'this._$cssResult$=!0;',
    ],
    [
      `(t=>{if(!0===t._$cssResult$)return t.cssText;if("number"==typeof t)return t;throw Error("Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)`,
      's.cssText',
    ],
  ],
  [REACTIVE_ELEMENT]: [
    [',p=a.reactiveElementPolyfillSupport', ''],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    ['case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
  ],
  [PROPERTY]: [['"object"==typeof o?r(t,e,o):', '']],
  [LIT_HTML]: [
    // Formulas, and values in comments: there are none.
    ['3===i?"<math>":""', '""'],
    ['3===i?"</math>":""', '""'],
    ['2===i||3===i', '2===i'],
    ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
    ['M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z', 'I:k'],
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const D=', ',D='],
  ],
  [LIVE]: [
    [
      'constructor(r){if(super(r),r.type!==n.PROPERTY&&r.type!==n.ATTRIBUTE&&r.type!==n.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!o(r))throw Error("`live` bindings can only contain a single expression")}',
      '',
    ],
  ],
  [REPEAT]: [['constructor(e){if(super(e),e.type!==r.CHILD)throw Error("repeat() can only be used in text expressions")}', '']],
  [CLASS_MAP]: [
    [
      'constructor(t){if(super(t),t.type!==r.ATTRIBUTE||"class"!==t.name||t.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}',
      '',
    ],
  ],
  [LIT_ELEMENT]: [
    [',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});const n=', ';const n='],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
};

/** What is left of its words for those who write elements. */
const LIT = /\/node_modules\/(?:lit|lit-html|lit-element|@lit)\//;
const ADVICE = /Error\("[^"]*"\)/g;

/** Every decorator here is one of Lit's for a property: it answers a descriptor, or has defined the property by itself. */
const DECORATE = `export function __decorate(decorators, target, key) {
  for (const decorate of decorators) {
    const descriptor = decorate(target, key);
    if (descriptor) Object.defineProperty(target, key, descriptor);
  }
}`;
const TSLIB = 'lean-tslib';

/** Lit as the script tag needs it. */
export const leanLit = {
  name: 'lean-lit',
  resolveId(source) {
    return source === 'tslib' ? TSLIB : null;
  },
  load(id) {
    return id === TSLIB ? DECORATE : null;
  },
  transform(code, id) {
    const file = Object.keys(REPLACEMENTS).find((name) => id.endsWith(`/node_modules/${name}`));
    if (file) return { code: leanModule(file, code), map: null };
    return LIT.test(id) ? { code: code.replace(ADVICE, 'Error("lit")'), map: null } : null;
  },
};

/** Throws when Lit is not as it was when this was written: a newer version asks for another look. */
export function leanModule(file, code) {
  let lean = code;
  for (const [from, to] of REPLACEMENTS[file]) {
    if (lean.split(from).length !== 2)
      throw new Error(`scripts/build/bundle/lean-lit.mjs does not fit this version of Lit: ${file} has not once "${from}"`);
    lean = lean.replace(from, () => to);
  }
  return lean.replace(ADVICE, 'Error("lit")');
}

export const LEAN_FILES = Object.keys(REPLACEMENTS);
