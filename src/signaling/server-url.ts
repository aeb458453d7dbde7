import { NexError } from '../base/nex-error.js';

/** Where a PeerServer listens, in the words PeerJS takes. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  /** With a slash at both ends. */
  readonly path: string;
  readonly secure: boolean;
}

const SECURE_BY_PROTOCOL: Readonly<Record<string, boolean>> = { 'http:': false, 'ws:': false, 'https:': true, 'wss:': true };

/**
 * Reads `http(s)://host:port/path` (`ws(s)` means the same). With `base`, the page's address, `/path` alone is taken too.
 * Throws `config/invalid` for anything else, also for a user name, query or fragment, which PeerJS would lose.
 */
export function parseServerUrl(text: string, base?: string): ServerAddress {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw invalid(text);
  }
  const secure = SECURE_BY_PROTOCOL[url.protocol];
  if (secure === undefined || url.hostname === '' || url.username !== '' || url.password !== '') throw invalid(text);
  if (url.search !== '' || url.hash !== '') throw invalid(text);
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    path: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`,
    secure,
  };
}

/** What may be shown of a URL that was refused: never a password in it. */
function invalid(text: string): NexError {
  return new NexError('config/invalid', 'The signalling server URL cannot be used.', {
    fatal: true,
    detail: { option: 'server', value: text.replace(/\/\/[^/]*@/, '//').replace(/[?#].*$/s, ''), expected: 'https://host:port/path' },
  });
}
