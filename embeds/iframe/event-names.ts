/** Events of `<nex-call>` that are told to the host page as they are, without streams. */
export const callEventNames = [
  ...['call-joined', 'call-left', 'state-changed', 'participant-joined', 'participant-left', 'participant-changed', 'media-changed'],
  ...['stream-added', 'stream-removed', 'speaker-changed', 'quality-changed', 'stats-updated', 'device-changed', 'message-received'],
  ...['hand-changed', 'reaction-received', 'error'],
].map((name) => `nex-${name}`);
