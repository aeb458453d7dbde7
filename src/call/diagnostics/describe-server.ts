import type { DiagnosticsReport, ServerKind } from './diagnostics-report.js';

type ServerReport = DiagnosticsReport['signaling']['servers'][number];

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;
const PRIVATE =
  /^(?:10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[f[cd][0-9a-f:]+\]|\[fe80:.+\]|[^.]+|.+\.(?:local|lan|internal|home\.arpa))$/;

/** Where a signalling server stands, without its address. `pageHost` is the host of the page. */
export function describeServer(url: string, pageHost: string): ServerReport {
  const { protocol, hostname } = parse(url, pageHost) ?? {};
  if (protocol === undefined || hostname === undefined) return { kind: 'unreadable', isEncrypted: false };
  return { kind: kindOf(hostname, pageHost), isEncrypted: protocol === 'https:' || protocol === 'wss:' };
}

function kindOf(host: string, pageHost: string): ServerKind {
  if (LOOPBACK.test(host)) return 'loopback';
  if (host === pageHost) return 'same-host';
  return PRIVATE.test(host) ? 'private-network' : 'internet';
}

function parse(url: string, pageHost: string): URL | null {
  try {
    return new URL(url, pageHost === '' ? undefined : `https://${pageHost}/`);
  } catch {
    return null;
  }
}
