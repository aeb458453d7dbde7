let prefix = 'nex-';

/** To be called before any tag is registered. */
export function setTagPrefix(name: string): void {
  prefix = `${name}-`;
}

/** A tag, or a selector of tags, as this copy of the package has registered them. */
export function ownTags(tags: string): string {
  return tags.replaceAll('nex-', prefix);
}
