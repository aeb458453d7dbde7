/** English words that come with the part that uses them. */
export const enMoreControls = {
  'moreControls.label': 'More controls',
};
