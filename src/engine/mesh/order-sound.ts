/**
 * A remote description after which the microphone is sent with each packet carrying the sound of the one before as well
 * (RFC 2198), or without: of both formats the one that stands first is sent. Without the former nothing changes.
 */
export function orderSound(sdp: string, isDoubled: boolean): string {
  const [opus, red] = ['opus', 'red'].map((name) => new RegExp(`^a=rtpmap:(\\d+) ${name}/48000`, 'im').exec(sdp)?.[1]);
  if (!opus || !red) return sdp;
  return sdp.replace(/^(m=audio \S+ \S+)(.*)/m, (_line, head: string, formats: string) => {
    const others = formats
      .trim()
      .split(' ')
      .filter((format) => format !== opus && format !== red);
    return [head, ...(isDoubled ? [red, opus] : [opus, red]), ...others].join(' ');
  });
}
