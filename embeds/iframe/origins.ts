const MAX_ORIGINS = 8;

/** True for an exact origin, as browsers write it: `https://example.org`; not `*`, `null` or an address with a path. */
export function isOrigin(text: string): boolean {
  return /^https?:$/u.test(URL.canParse(text) ? new URL(text).protocol : '') && new URL(text).origin === text;
}

/**
 * The origins whose messages count: those that the page's address names (`?origin=…`, once for each), and of them only
 * those that the site's own list has, when there is one.
 */
export function allowedOrigins(query: string, listed: string): ReadonlySet<string> {
  const own = new Set(listed.split(/\s+/u).filter(isOrigin));
  const named = new URLSearchParams(query).getAll('origin').slice(0, MAX_ORIGINS).filter(isOrigin);
  return new Set(named.filter((origin) => listed.trim() === '' || own.has(origin)));
}
