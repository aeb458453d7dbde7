/** English words of the notes of the status; loaded with them. */
export const enNotes = {
  'notes.battery': 'Your battery is low, so less video is sent.',
  'notes.dataSaver': 'Your browser saves data, so less video is sent.',
  'notes.cellular': 'You are on a mobile network, so less video is sent.',
  'notes.paused': 'Only your sound is sent, because the network carries no more. Your picture comes back by itself.',
  'notes.back': 'Your picture is sent again.',
  'notes.nowUsing': 'Now using {device}',
  'notes.otherDevice': 'another microphone',
} as const;
