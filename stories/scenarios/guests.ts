import type { Participant } from '../../src/call/call.js';
import { fakeParticipant } from '../../test/support/fake-participant.js';
import { sampleStream } from './sample-stream.js';

/** Places rather than people; one written from right to left and one too long for any tile. */
const NAMES = [
  'Reception',
  'Workshop',
  'مكتب الاستقبال',
  'Meeting room 4',
  'Laboratory on the second floor, next to the large freezer',
  'Kitchen',
  'Studio B',
  'Library',
] as const;

/** So many others with their cameras on; the same ones each time. */
export function guests(count: number): readonly Participant[] {
  return Array.from({ length: count }, (_, index) =>
    fakeParticipant({
      id: `guest-${index + 1}`,
      name: NAMES[index % NAMES.length] ?? '',
      camera: 'on',
      microphone: index % 3 === 1 ? 'off' : 'on',
      cameraStream: sampleStream(30 + index * 47),
    }),
  );
}
