/** English words that come with the part that uses them. */
export const enQualityPlots = {
  'qualityPlots.label': 'Quality plots',
};
