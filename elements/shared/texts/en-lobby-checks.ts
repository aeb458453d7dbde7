/** English words that come with the part that uses them. */
export const enLobbyChecks = {
  'lobbyChecks.label': 'Lobby checks',
};
