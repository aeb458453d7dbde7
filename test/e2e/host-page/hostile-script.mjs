/** What old libraries and careless scripts do to a page's globals, before anything else runs on it. */
export const HOSTILE_SCRIPT = () => {
  // Enumerable, so that every `for … in` meets them.
  Array.prototype.each = function each(visit) {
    for (let index = 0; index < this.length; index += 1) visit(this[index]);
  };
  Array.prototype.without = () => [];
  Object.prototype.extend = function extend() {
    return this;
  };
  Function.prototype.curry = () => () => undefined;
  String.prototype.strip = function strip() {
    return this.trim();
  };
  // As prototype.js: answers an array of its own, with methods; takes nothing but what is array-like or iterable.
  const { from } = Array;
  Array.from = (source, ...rest) => (source ? from.call(Array, source, ...rest) : []);
  const { remove, matches } = Element.prototype;
  Element.prototype.remove = function removeAndAnswer() {
    remove.call(this);
    return this;
  };
  Element.prototype.matches = function matchesLoosely(selector) {
    return matches.call(this, selector);
  };
  Element.prototype.show = Element.prototype.hide = function answer() {
    return this;
  };
  const { toJSON } = Date.prototype;
  Array.prototype.toJSON = undefined;
  Date.prototype.toJSON = function toJson() {
    return toJSON.call(this);
  };
  globalThis.fetch = () => Promise.reject(new Error('this page has no fetch'));
  globalThis.$ = globalThis._ = () => null;
  globalThis.process = { env: {} };
  globalThis.define = Object.assign(() => undefined, { amd: {} });
  globalThis.module = { exports: {} };
  globalThis.name = 'nex-call';
};
