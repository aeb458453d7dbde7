import type { NexEventType } from './element-props.js';

/** The events of `<nex-call>`. */
export const callEventTypes = [
  'nex-call-joined',
  'nex-call-left',
  'nex-state-changed',
  'nex-participant-joined',
  'nex-participant-left',
  'nex-participant-changed',
  'nex-media-changed',
  'nex-stream-added',
  'nex-stream-removed',
  'nex-speaker-changed',
  'nex-quality-changed',
  'nex-stats-updated',
  'nex-device-changed',
  'nex-message-received',
  'nex-hand-changed',
  'nex-reaction-received',
  'nex-error',
  'nex-before-join',
  'nex-before-leave',
  'nex-panel-toggle',
  'nex-chat-with',
] as const satisfies readonly NexEventType[];
