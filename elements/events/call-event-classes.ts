import type { CallEvents } from '../../src/call/call.js';
import { NexErrorEvent } from './nex-error-event.js';
import { NexCallJoinedEvent } from './nex-call-joined-event.js';
import { NexCallLeftEvent } from './nex-call-left-event.js';
import { NexStateChangedEvent } from './nex-state-changed-event.js';
import { NexParticipantJoinedEvent } from './nex-participant-joined-event.js';
import { NexParticipantLeftEvent } from './nex-participant-left-event.js';
import { NexParticipantChangedEvent } from './nex-participant-changed-event.js';
import { NexMediaChangedEvent } from './nex-media-changed-event.js';
import { NexStreamAddedEvent } from './nex-stream-added-event.js';
import { NexStreamRemovedEvent } from './nex-stream-removed-event.js';
import { NexSpeakerChangedEvent } from './nex-speaker-changed-event.js';
import { NexQualityChangedEvent } from './nex-quality-changed-event.js';
import { NexStatsUpdatedEvent } from './nex-stats-updated-event.js';
import { NexDeviceChangedEvent } from './nex-device-changed-event.js';
import { NexMessageReceivedEvent } from './nex-message-received-event.js';
import { NexHandChangedEvent } from './nex-hand-changed-event.js';
import { NexReactionReceivedEvent } from './nex-reaction-received-event.js';

/** For each event of the call, the DOM event that tells the page of it. */
export const callEventClasses: { readonly [Type in keyof CallEvents]: new (detail: CallEvents[Type]) => Event } = {
  'call-joined': NexCallJoinedEvent,
  'call-left': NexCallLeftEvent,
  'state-changed': NexStateChangedEvent,
  'participant-joined': NexParticipantJoinedEvent,
  'participant-left': NexParticipantLeftEvent,
  'participant-changed': NexParticipantChangedEvent,
  'media-changed': NexMediaChangedEvent,
  'stream-added': NexStreamAddedEvent,
  'stream-removed': NexStreamRemovedEvent,
  'speaker-changed': NexSpeakerChangedEvent,
  'quality-changed': NexQualityChangedEvent,
  'stats-updated': NexStatsUpdatedEvent,
  'device-changed': NexDeviceChangedEvent,
  'message-received': NexMessageReceivedEvent,
  'hand-changed': NexHandChangedEvent,
  'reaction-received': NexReactionReceivedEvent,
  error: NexErrorEvent,
};
