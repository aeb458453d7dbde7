import type { CallOptions } from '../call-options.js';
import type { OptionsReport } from './diagnostics-report.js';

/** Member by member, so that an option added later is not told before somebody thought about it. */
export function describeOptions(options: Readonly<CallOptions>): OptionsReport {
  const addresses = options.iceServers.flatMap(({ urls }) => urls);
  const count = (scheme: string): number => addresses.filter((address) => address.toLowerCase().startsWith(scheme)).length;
  return {
    hasSecret: options.secret !== null,
    hasName: options.name !== '',
    hasIceServersUrl: options.iceServersUrl !== null,
    iceServers: { stun: count('stun:') + count('stuns:'), turn: count('turn:'), turns: count('turns:') },
    isRelayOnly: options.isRelayOnly,
    isMuted: options.isMuted,
    isCameraOff: options.isCameraOff,
    isAudioOnly: options.isAudioOnly,
    maxParticipants: options.maxParticipants,
    layout: options.layout,
    videoQuality: options.videoQuality,
    audioQuality: options.audioQuality,
    bandwidthLimitKbps: options.bandwidthLimitKbps,
  };
}
