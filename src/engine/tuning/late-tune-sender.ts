import type { TrackSource } from '../engine-port.js';
import { SenderSettings, type SenderWish } from './sender-settings.js';

const known = new WeakMap<RTCRtpSender, SenderSettings>();

/** Sets what a sender shall do, or (null) has it start anew what it encodes. */
export function tuneSender(sender: RTCRtpSender, source: TrackSource, wish: SenderWish | null): void {
  const settings = known.get(sender) ?? new SenderSettings(sender, source);
  known.set(sender, settings);
  if (wish) settings.set(wish);
  else settings.restart();
}
