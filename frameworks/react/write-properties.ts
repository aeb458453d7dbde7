type Properties = Readonly<Record<string, unknown>>;

/** Sets what changed; a property that is no longer given goes back to what a new element of that tag has. */
export function writeProperties(element: HTMLElement, before: Properties, after: Properties): void {
  const target = element as HTMLElement & Record<string, unknown>;
  const given = Object.entries(after).filter(([, value]) => value !== undefined);
  const names = new Set(given.map(([name]) => name));
  const dropped = Object.entries(before).filter(([name, value]) => value !== undefined && !names.has(name));
  for (const [name, value] of given) if (!(name in before) || !Object.is(before[name], value)) target[name] = value;
  if (dropped.length === 0) return;
  const fresh = document.createElement(element.localName) as HTMLElement & Record<string, unknown>;
  for (const [name] of dropped) {
    if (name in fresh) target[name] = fresh[name];
    // Not upgraded yet: it would be taken over then.
    else delete target[name];
  }
}
