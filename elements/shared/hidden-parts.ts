/** The names in a `hide` attribute. */
export function hiddenParts(hide: string): ReadonlySet<string> {
  return new Set(hide.split(/\s+/));
}
