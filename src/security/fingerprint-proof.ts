/** The SHA-256 DTLS fingerprints that a session description names, upper case, colons kept. */
export function readFingerprints(sdp: string): readonly string[] {
  return [...sdp.matchAll(/^a=fingerprint:sha-256 ([0-9A-Fa-f:]{95})\s*$/gm)].map((match) => (match[1] ?? '').toUpperCase());
}

/**
 * Whether the certificate that DTLS really used is the one that the sealed description named.
 * Null where the browser does not tell its remote certificate: there the browser's own check against
 * the (sealed) description is all there is.
 */
export function isProvenPeer(stats: RTCStatsReport, sealedSdp: string): boolean | null {
  const byId = new Map<string, Record<string, unknown>>();
  stats.forEach((entry: Record<string, unknown>, id: string) => byId.set(id, entry));
  const expected = readFingerprints(sealedSdp);
  for (const entry of byId.values()) {
    if (entry['type'] !== 'transport' || typeof entry['remoteCertificateId'] !== 'string') continue;
    const used = byId.get(entry['remoteCertificateId'])?.['fingerprint'];
    if (typeof used !== 'string') return null;
    return expected.length > 0 && expected.every((fingerprint) => fingerprint === used.toUpperCase());
  }
  return null;
}
