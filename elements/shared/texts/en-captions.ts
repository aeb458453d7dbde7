/** English words that come with the part that uses them. */
export const enCaptions = {
  'captions.label': 'Captions',
};
