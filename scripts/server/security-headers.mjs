/** Each is one file with its styles in it, to be copied whole. */
const RECIPES = '/demo/recipes/';
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;

/**
 * The policy a site that embeds NexRTC can use as it is: nothing inline, nobody else's host, Trusted Types. `inline` is
 * what a page of a single file needs besides.
 */
export function contentSecurityPolicy(host, inline = '') {
  // Older Safari does not count the WebSocket of the same host as 'self'.
  const socketSources = host !== undefined && HOST.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${inline}`,
    `connect-src 'self'${socketSources}`,
    "worker-src 'self' blob:",
    "media-src 'self' blob: mediastream:",
    "img-src 'self' data: blob:",
    `style-src 'self'${inline}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html nexrtc',
  ].join('; ');
}

/** Express middleware for pages (not for the files that other sites load). */
export function securityHeaders(request, response, next) {
  response.set({
    'Content-Security-Policy': contentSecurityPolicy(request.headers.host, request.path.startsWith(RECIPES) ? " 'unsafe-inline'" : ''),
    'Permissions-Policy': 'camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self)',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  next();
}
