import { ownTags } from './own-tags.js';

/** Registers a tag once: a second copy of the package on the page leaves the first one in place. */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  if (!customElements.get(ownTags(tag))) customElements.define(ownTags(tag), elementClass);
}
