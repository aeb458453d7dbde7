/** English words that come with the part that uses them. */
export const enLayouts = {
  'layouts.label': 'Layouts',
};
