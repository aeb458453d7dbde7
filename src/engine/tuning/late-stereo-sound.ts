type Connection = Pick<RTCPeerConnection, 'signalingState' | 'createOffer' | 'createAnswer' | 'setLocalDescription' | 'dispatchEvent'>;

/**
 * Sets a local description that says of Opus (RFC 7587 section 6.1) that two channels are sent (`sprop-stereo`), and, when
 * `remoteSdp` says that, that two are heard (`stereo`): each only where it is so, for a decoder of two channels costs twice
 * as much. A browser that refuses it describes itself.
 */
export async function describeStereo(pc: Connection, isSent: boolean, remoteSdp: string): Promise<void> {
  const isAnswer = pc.signalingState === 'have-remote-offer';
  const { type, sdp = '' } = await (isAnswer ? pc.createAnswer() : pc.createOffer());
  const isHeard = remoteSdp.includes('sprop-stereo=1');
  await pc.setLocalDescription({ type, sdp: sayStereo(sdp, isSent, isHeard) }).catch(() => pc.setLocalDescription());
  // Both asked at once: the offer that was answered did not know yet of what is sent from here.
  if (isAnswer && isSent && !/[ ;]stereo=1/.test(remoteSdp)) pc.dispatchEvent(new Event('negotiationneeded'));
}

function sayStereo(sdp: string, isSent: boolean, isHeard: boolean): string {
  const payload = /^a=rtpmap:(\d+) opus\//im.exec(sdp)?.[1] ?? '';
  const said = [...(isHeard ? ['stereo=1'] : []), ...(isSent ? ['sprop-stereo=1'] : [])];
  return sdp.replace(new RegExp(`^(a=fmtp:${payload}) (\\S.*)`, 'gm'), (_line, head: string, parameters: string) => {
    const others = parameters.split(/; */).filter((parameter) => !/^(?:(?:sprop-)?stereo=|$)/.test(parameter));
    return `${head} ${[...others, ...said].join(';')}`;
  });
}
