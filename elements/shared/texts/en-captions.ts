/** English words of the captions; they come with them. */
export const enCaptions = {
  'captions.label': 'Captions',
  'captions.log': 'Everything said so far',
  'captions.openLog': 'Show everything said so far',
  'captions.closeLog': 'Show only the latest captions',
  'captions.guest': 'Guest',
} as const;
