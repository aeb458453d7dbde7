/** English words that come with the part that uses them. */
export const enChat = {
  'chat.label': 'Chat',
};
