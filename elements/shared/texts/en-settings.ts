/** English words that come with the part that uses them. */
export const enSettings = {
  'settings.label': 'Settings',
};
