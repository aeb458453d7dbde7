import { StoredChoice } from './stored-choice.js';

export interface ShortcutChoices {
  /** Whether this visitor wants single keys to do anything; the page may have turned them off all the same. */
  readonly isOn: boolean;
}

export const shortcutChoices = new StoredChoice<ShortcutChoices>('nexrtc.shortcuts', (stored) => ({ isOn: stored['isOn'] !== false }));
