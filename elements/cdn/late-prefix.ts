import { CSSResult, type LitElement } from 'lit';
import { createConsoleLogger } from '../../src/base/logger.js';
import { NexElement } from '../shared/nex-element.js';
import { ownTags, setTagPrefix } from '../shared/own-tags.js';

/** A tag of ours in a style sheet, not the end of the name of a variable. */
const TAG_IN_STYLES = /(?<![\w-])nex-(?=[a-z])/g;

/**
 * From now on every tag of this copy starts with `prefix`, in templates and style sheets too; says so where that is not what
 * the page `asked`. To be called once, before any is registered.
 */
export function takePrefix(prefix: string, asked: string | null): void {
  if (asked !== prefix) {
    refuse(String(asked));
    return;
  }
  setTagPrefix(prefix);
  renameInTemplates();
  renameInStyles();
}

/** What was asked for cannot begin a tag. */
function refuse(value: string): void {
  createConsoleLogger('').log('error', 'page', 'The prefix cannot be used; the tags are those without one.', {
    code: 'config/invalid',
    option: 'prefix',
    value,
    expected: 'a small letter, then up to 31 small letters, digits and dashes',
  });
}

/** Lit makes each template once and then copies it: the tags in it are renamed before the first copy. */
function renameInTemplates(): void {
  const renamed = new WeakSet<Node>();
  const creationScope = {
    importNode<Content extends Node>(content: Content, deep?: boolean): Content {
      if (content instanceof DocumentFragment && !renamed.has(content)) {
        renamed.add(content);
        for (const element of content.querySelectorAll('*')) if (element.localName.startsWith('nex-')) rename(element);
      }
      return document.importNode(content, deep);
    },
  };
  const proto = NexElement.prototype as unknown as { createRenderRoot: () => HTMLElement | DocumentFragment };
  const { createRenderRoot } = proto;
  proto.createRenderRoot = function (this: LitElement) {
    this.renderOptions.creationScope = creationScope;
    return createRenderRoot.call(this);
  };
}

/** Bindings keep their places: one element stands where the other stood. */
function rename(element: Element): void {
  const other = element.ownerDocument.createElement(ownTags(element.localName));
  for (const { name, value } of element.attributes) other.setAttribute(name, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function renameInStyles(): void {
  const renamed = new WeakSet<CSSResult>();
  const sheet = Object.getOwnPropertyDescriptor(CSSResult.prototype, 'styleSheet');
  Object.defineProperty(CSSResult.prototype, 'styleSheet', {
    configurable: true,
    get(this: CSSResult): CSSStyleSheet | undefined {
      if (!renamed.has(this)) {
        renamed.add(this);
        Reflect.set(this, 'cssText', this.cssText.replace(TAG_IN_STYLES, ownTags('nex-')));
      }
      return sheet?.get?.call(this) as CSSStyleSheet | undefined;
    },
  });
}
