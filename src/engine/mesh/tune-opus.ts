/**
 * A remote description from which the browser's own Opus encoder takes what it should do (RFC 7587 section 6.1): repair
 * data within the packets, next to nothing sent in silence, one channel unless `isStereo`.
 */
export function tuneOpus(sdp: string, isStereo = false): string {
  const taken = new RegExp(`^((useinbandfec|usedtx${isStereo ? '' : '|stereo'})=|$)`);
  const payload = /^a=rtpmap:(\d+) opus\//im.exec(sdp)?.[1] ?? '';
  return sdp.replace(new RegExp(`^(a=fmtp:${payload}) (\\S.*)`, 'gm'), (_line, head: string, parameters: string) => {
    const others = parameters.split(/; */).filter((parameter) => !taken.test(parameter));
    return `${head} ${[...others, 'useinbandfec=1', 'usedtx=1'].join(';')}`;
  });
}
