/** English words of the tiles, the toolbar and the quality indicator. */
export const enCallView = {} as const;
