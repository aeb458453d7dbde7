/** A piece of a message: words as they are, or an address that may be opened. */
export type TextPart = string | { readonly text: string; readonly href: string };

/** Ends also at marks that turn the direction of text: they would show another address than the one opened. */
const ADDRESS = /https?:\/\/[^\s<>"'`\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
/** What a sentence puts behind an address. */
const TRAILING = /[.,;:!?…·'"“”’)\]}»]+$/u;

/** Finds the addresses in a text. Only `http` and `https`, and none that hides where it leads behind a name and `@`. */
export function linkParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const shown = withoutTrailing(match[0]);
    const href = safeAddress(shown);
    if (href === null) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ text: shown, href });
    end = match.index + shown.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function withoutTrailing(address: string): string {
  const bare = address.replace(TRAILING, '');
  // A bracket that the address opens itself belongs to it.
  return bare.includes('(') && !bare.includes(')') && address.startsWith(`${bare})`) ? `${bare})` : bare;
}

function safeAddress(address: string): string | null {
  try {
    const { protocol, username, password, href } = new URL(address);
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}
