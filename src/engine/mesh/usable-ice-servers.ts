/** Those that the browser takes: one with a port that it blocks, say, must not cost the call. */
export function usableIceServers(servers: readonly RTCIceServer[] | undefined): RTCIceServer[] {
  return (servers ?? []).filter((server) => {
    try {
      new RTCPeerConnection({ iceServers: [server] }).close();
      return true;
    } catch {
      return false;
    }
  });
}
