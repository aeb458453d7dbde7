/** English words that come with the part that uses them. */
export const enTileMenu = {
  'tileMenu.label': 'Tile menu',
};
