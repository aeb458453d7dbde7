import type { CallInput } from '../../src/call/call-options.js';
import { pageSecret } from '../shared/page-secret.js';

/** The properties of `<nex-call>` that its call is made of; null stands for a missing attribute. */
export type CallProperties = { readonly [Key in keyof CallInput]-?: Exclude<CallInput[Key], undefined> | null };

/** What can change in a running call by an intent; everything else needs a new call. */
const LIVE_KEYS: ReadonlySet<string> = new Set(['name', 'layout', 'videoQuality', 'audioQuality', 'bandwidthLimit']);

/** The options of the call, without what is missing. */
export function callInput(properties: CallProperties): CallInput {
  const { room, name, secret, server, iceServers, relayOnly, muted, cameraOff, noVideo } = properties;
  const { maxParticipants, layout, videoQuality, audioQuality, bandwidthLimit, debug } = properties;
  return {
    room: room ?? undefined,
    name: name ?? undefined,
    secret: secret === 'url' ? pageSecret() : (secret ?? undefined),
    server: server ?? undefined,
    iceServers: iceServers ?? undefined,
    relayOnly: relayOnly ?? undefined,
    muted: muted ?? undefined,
    cameraOff: cameraOff ?? undefined,
    noVideo: noVideo ?? undefined,
    maxParticipants: maxParticipants ?? undefined,
    layout: layout ?? undefined,
    videoQuality: videoQuality ?? undefined,
    audioQuality: audioQuality ?? undefined,
    bandwidthLimit: bandwidthLimit ?? undefined,
    debug: debug ?? undefined,
  };
}

/** Equal for two inputs that the same call can serve. */
export function lastingKey(input: CallInput): string {
  return JSON.stringify(Object.entries(input).filter(([key]) => !LIVE_KEYS.has(key)));
}
