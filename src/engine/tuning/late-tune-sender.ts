import type { SendLimit, TrackSource } from '../engine-port.js';
import { SenderSettings } from './sender-settings.js';

const settingsOf = new WeakMap<RTCRtpSender, SenderSettings>();
/** Connections over which two channels were asked for. */
const stereo = new WeakSet<EventTarget>();

/** Sets what a sender shall do, or (null) has it start anew what it encodes. Channels are agreed on anew over `connection`. */
export function tuneSender(sender: RTCRtpSender, source: TrackSource, wish: Partial<SendLimit> | null, connection: EventTarget): void {
  const settings = settingsOf.get(sender) ?? new SenderSettings(sender, source);
  settingsOf.set(sender, settings);
  if (wish) settings.set(wish);
  else settings.restart();
  if (!wish || source !== 'microphone' || stereo.has(connection) === (wish.isStereo ?? false)) return;
  if (wish.isStereo) stereo.add(connection);
  else stereo.delete(connection);
  connection.dispatchEvent(new Event('negotiationneeded'));
}
