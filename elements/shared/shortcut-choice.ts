import { StoredChoice } from './stored-choice.js';

/** Whether this visitor wants the keys at all; on until turned off in the list of keys. */
export const shortcutChoice = new StoredChoice<{ readonly isOn: boolean }>('nexrtc.shortcuts', (stored) => ({ isOn: stored['isOn'] !== false }));
