/** English words that come with the part that uses them. */
export const enParticipants = {
  'participants.label': 'Participants',
};
