/**
 * Sets a local description that says of Opus (RFC 7587 section 6.1) that two channels are sent (`sprop-stereo`), and that
 * two are heard (`stereo`): each only where it is so, for a decoder of two channels costs twice as much.
 */
export async function describeStereo(
  pc: Pick<RTCPeerConnection, 'signalingState' | 'createOffer' | 'createAnswer' | 'setLocalDescription'>,
  isSent: boolean,
  isHeard: boolean,
): Promise<void> {
  const { type, sdp = '' } = await (pc.signalingState === 'have-remote-offer' ? pc.createAnswer() : pc.createOffer());
  await pc.setLocalDescription({ type, sdp: sayStereo(sdp, isSent, isHeard) });
}

function sayStereo(sdp: string, isSent: boolean, isHeard: boolean): string {
  const payload = /^a=rtpmap:(\d+) opus\//im.exec(sdp)?.[1] ?? '';
  const said = [...(isHeard ? ['stereo=1'] : []), ...(isSent ? ['sprop-stereo=1'] : [])];
  return sdp.replace(new RegExp(`^(a=fmtp:${payload}) (\\S.*)`, 'gm'), (_line, head: string, parameters: string) => {
    const others = parameters.split(/; */).filter((parameter) => !/^(?:(?:sprop-)?stereo=|$)/.test(parameter));
    return `${head} ${[...others, ...said].join(';')}`;
  });
}
