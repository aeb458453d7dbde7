import type { CallState } from '../../src/call/call.js';
import { AUDIO_QUALITIES, VIDEO_QUALITIES, type AudioQuality, type VideoQuality } from '../../src/call/call-options.js';
import { SELF_VIEWS } from '../../src/call/call-words.js';
import { StoredChoice } from './stored-choice.js';

/** What the visitor chose in the settings; what is missing is as the page wants it. */
export interface MediaChoices {
  readonly videoQuality?: VideoQuality;
  readonly audioQuality?: AudioQuality;
  /** Kilobits a second; null is no limit. */
  readonly bandwidthLimitKbps?: number | null;
  readonly selfView?: CallState['selfView'];
  readonly isAdaptive?: boolean;
  readonly isSigning?: boolean;
}

const HIGHEST_LIMIT = 100_000;

export const mediaChoices = new StoredChoice<MediaChoices>('nexrtc.media', (stored) => {
  const { videoQuality, audioQuality, bandwidthLimitKbps, selfView, isAdaptive, isSigning } = stored;
  const video = VIDEO_QUALITIES.find((each) => each === videoQuality);
  const audio = AUDIO_QUALITIES.find((each) => each === audioQuality);
  const view = SELF_VIEWS.find((each) => each === selfView);
  return {
    ...(video === undefined ? {} : { videoQuality: video }),
    ...(audio === undefined ? {} : { audioQuality: audio }),
    ...(isLimit(bandwidthLimitKbps) ? { bandwidthLimitKbps } : {}),
    ...(view === undefined ? {} : { selfView: view }),
    ...(typeof isAdaptive === 'boolean' ? { isAdaptive } : {}),
    ...(typeof isSigning === 'boolean' ? { isSigning } : {}),
  };
});

function isLimit(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && value > 0 && value <= HIGHEST_LIMIT);
}
