import type { AudioQuality, CallInput, Layout, VideoQuality } from '../../src/call/call-options.js';
import type { Call } from '../../src/call/call.js';

/** What can change in a running call, and how; every other option needs a new call. */
const LIVE = {
  name: (call, { name = '' }) => call.setName(name),
  layout: (call, { layout = 'auto' }) => call.setLayout(layout as Layout),
  videoQuality: (call, { videoQuality = 'auto' }) => call.setVideoQuality(videoQuality as VideoQuality),
  audioQuality: (call, { audioQuality = 'auto' }) => call.setAudioQuality(audioQuality as AudioQuality),
  bandwidthLimit: (call, { bandwidthLimit = null }) => call.setBandwidthLimit(bandwidthLimit),
} satisfies { readonly [Key in keyof CallInput]?: (call: Call, input: CallInput) => Promise<void> };

/** Takes over what differs between two options of the same call. Rejects with the first refusal. */
export async function applyLiveOptions(call: Call, before: CallInput, after: CallInput): Promise<void> {
  const changed = Object.entries(LIVE).filter(([key]) => before[key as keyof CallInput] !== after[key as keyof CallInput]);
  await Promise.all(changed.map(([, apply]) => apply(call, after)));
}

/** Equal for two options that the same call can serve. */
export function lastingKey(input: CallInput): string {
  return JSON.stringify(
    Object.entries(input)
      .filter(([key, value]) => value !== undefined && !(key in LIVE))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
