import type { Participant } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';
import type { Person } from './people.js';

/** The one thing to know about somebody now, the most pressing first; null when all is well and quiet. */
export function personState({ participant, handPlace, isSpotlit, isPinned, isHidden }: Person, text: Localizer): string | null {
  const trouble = connectionTrouble(participant, text);
  const parts = [
    trouble,
    handPlace === null ? null : text.t('participants.handPlace', { place: handPlace }),
    trouble === null && participant.speaking ? text.t('participants.speaking') : null,
    isSpotlit ? text.t('participants.spotlit') : null,
    isPinned ? text.t('participants.pinned') : null,
    isHidden ? text.t('participants.hidden') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

/** What is wrong with the connection to somebody; null when nothing is. */
export function connectionTrouble({ isLocal, connection, isWeak, quality }: Participant, text: Localizer): string | null {
  if (isLocal) return null;
  if (connection === 'failed') return text.t('participants.failed');
  if (connection === 'reconnecting') return text.t('participants.reconnecting');
  if (connection !== 'connected') return text.t('participants.connecting');
  return isWeak || quality?.level === 'poor' || quality?.level === 'critical' ? text.t('participants.weak') : null;
}

/** "microphone on, camera off, shares a screen": what the small pictures beside a name say. */
export function mediaWords({ microphone, camera, screen, quality, isLocal }: Participant, text: Localizer): string {
  const words = [
    text.t(microphone === 'on' ? 'participants.microphoneOn' : 'participants.microphoneOff'),
    text.t(camera === 'on' ? 'participants.cameraOn' : 'participants.cameraOff'),
  ];
  if (screen === 'on') words.push(text.t('participants.sharing'));
  if (quality && !isLocal) words.push(text.t('participants.connection', { level: text.t(`quality.${quality.level}`) }));
  return words.join(', ');
}
