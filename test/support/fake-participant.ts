import type { Participant } from '../../src/call/call.js';

let count = 0;

/** A participant who is connected, heard and not seen, until the patch says otherwise. */
export function fakeParticipant(patch: Partial<Participant> = {}): Participant {
  count += 1;
  const participant: Participant = {
    id: `participant-${count}`,
    name: `Guest ${count}`,
    isLocal: false,
    role: 'participant',
    joinedAt: 1_700_000_000_000 + count,
    microphone: 'on',
    camera: 'off',
    screen: 'off',
    hand: false,
    handRaisedAt: null,
    speaking: false,
    connection: 'connected',
    isWeak: false,
    quality: { level: 'excellent', score: 95 },
    cameraStream: null,
    screenStream: null,
    microphoneStream: null,
    screenAudioStream: null,
    ...patch,
  };
  return Object.freeze(participant);
}
