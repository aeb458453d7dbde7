const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an origin on this machine: pages under development, whatever their port. */
export function isLoopbackOrigin(origin) {
  try {
    return LOOPBACK.has(new URL(origin).hostname);
  } catch {
    return false;
  }
}

/**
 * Says who may open a signalling socket: pages served by this host, pages on this machine, and the origins listed.
 * A request without an `Origin` header comes from no browser, so there is no visitor to protect: it passes.
 *
 * @param {readonly string[]} allowedOrigins exact origins, `https://example.org`; `*` allows every one
 * @returns {(origin: string | undefined, host: string | undefined) => boolean}
 */
export function originCheck(allowedOrigins = []) {
  const listed = new Set(allowedOrigins);
  return (origin, host) => {
    if (origin === undefined || origin === '') return true;
    if (listed.has('*') || listed.has(origin) || isLoopbackOrigin(origin)) return true;
    try {
      return host !== undefined && new URL(origin).host === host;
    } catch {
      return false;
    }
  };
}
