/** The entries that the engine reads: the certificate in use and the path. */
export function writeStats(remoteFingerprint: string | null): RTCStatsReport {
  const entries = new Map<string, object>();
  const add = (id: string, entry: object): void => {
    entries.set(id, { id, timestamp: 0, ...entry });
  };
  if (remoteFingerprint !== null) {
    add('remote-certificate', { type: 'certificate', fingerprint: remoteFingerprint, fingerprintAlgorithm: 'sha-256' });
    add('local', { type: 'local-candidate', candidateType: 'host', protocol: 'udp' });
    add('remote', { type: 'remote-candidate', candidateType: 'host', protocol: 'udp' });
    add('pair', { type: 'candidate-pair', localCandidateId: 'local', remoteCandidateId: 'remote', state: 'succeeded', nominated: true });
    add('transport', {
      type: 'transport',
      remoteCertificateId: 'remote-certificate',
      selectedCandidatePairId: 'pair',
      dtlsState: 'connected',
    });
  }
  return entries;
}
