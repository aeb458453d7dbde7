/** English words of the notes of the status; loaded with them. */
export const enNotes = {
  battery: 'Your battery is low, so less video is sent.',
  dataSaver: 'Your browser saves data, so less video is sent.',
  cellular: 'You are on a mobile network, so less video is sent.',
  nowUsing: 'Now using {device}',
  otherDevice: 'another microphone',
} as const;
