import type { Call } from '../../src/call/call.js';
import { mediaChoices } from './media-choices.js';

const restored = new WeakSet<Call>();

/** Once a call: what the visitor chose for sound and picture in an earlier one. For the moment when the call stands. */
export function restoreMediaChoices(call: Call): void {
  if (restored.has(call)) return;
  restored.add(call);
  const { videoQuality, audioQuality, bandwidthLimitKbps, selfView, isAdaptive, isSigning } = mediaChoices.value;
  const intents = [
    videoQuality === undefined ? null : call.setVideoQuality(videoQuality),
    audioQuality === undefined ? null : call.setAudioQuality(audioQuality),
    bandwidthLimitKbps === undefined ? null : call.setBandwidthLimit(bandwidthLimitKbps),
    selfView === undefined ? null : call.setSelfView(selfView),
    isAdaptive === undefined ? null : call.setAdaptive(isAdaptive),
    isSigning === undefined ? null : call.setSigning(isSigning),
  ];
  // What this call does not allow stays as it is.
  for (const intent of intents) intent?.catch(() => undefined);
}
