/**
 * Properties as the attributes of a tag that a server writes: `maxTiles` is `max-tiles`, true is there without a value, lists
 * are JSON. What no attribute can carry (a call) is left out.
 */
export function toAttributes(properties: Readonly<Record<string, unknown>>): Record<string, string | true> {
  const attributes: Record<string, string | true> = {};
  for (const [name, value] of Object.entries(properties)) {
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (value === true) attributes[attribute] = true;
    else if (typeof value === 'string' || typeof value === 'number') attributes[attribute] = String(value);
    else if (Array.isArray(value)) attributes[attribute] = JSON.stringify(value);
  }
  return attributes;
}
