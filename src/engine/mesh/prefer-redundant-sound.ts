/** Has each packet carry the sound of the one before as well (RFC 2198), where the browser can. */
export function preferRedundantSound(transceiver: RTCRtpTransceiver): void {
  try {
    const codecs = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
    const rank = ({ mimeType }: RTCRtpCodec): number => +(mimeType !== 'audio/red');
    transceiver.setCodecPreferences([...codecs].sort((one, two) => rank(one) - rank(two)));
  } catch {
    // Sound is as good as it is without.
  }
}
