import { StoredChoice } from './stored-choice.js';

/** Which news a screen reader is told; what needs the visitor is told always. */
export interface AnnouncementChoices {
  /** Who joins and leaves. */
  readonly arrivals: boolean;
  readonly messages: boolean;
  /** Reactions and raised hands. */
  readonly reactions: boolean;
}

/** Read it when there is something to tell: `if (announcementChoices.value.arrivals) …`. All are on until turned off. */
export const announcementChoices = new StoredChoice<AnnouncementChoices>('nexrtc.announcements', (stored) => ({
  arrivals: stored['arrivals'] !== false,
  messages: stored['messages'] !== false,
  reactions: stored['reactions'] !== false,
}));
