/** English words of the notes of the status; loaded with them. */
export const enNotes = {
  'notes.battery': 'Your battery is low, so less video is sent.',
  'notes.dataSaver': 'Your browser saves data, so less video is sent.',
  'notes.cellular': 'You are on a mobile network, so less video is sent.',
  'notes.nowUsing': 'Now using {device}',
  'notes.otherDevice': 'another microphone',
} as const;
