/** Every bound on what comes from outside, with its unit in its name. Sources: the threat table of ARCHITECTURE.md. */
export const LIMITS = {
  roomNameLength: 128,
  displayNameLength: 64,
  chatTextLength: 2000,
  /** One sealed envelope on the signalling server. */
  envelopeBytes: 64 * 1024,
  /** One message on a data channel: larger ones are cut between some browsers. */
  dataMessageBytes: 16 * 1024,
  candidatesPerGeneration: 100,
  rosterMembers: 64,
  /** Latest states of a connection that diagnostics tell. */
  stateHistory: 32,
  videoParticipants: 6,
  audioParticipants: 10,
  tiles: 49,
  defaultTiles: 9,
} as const;
