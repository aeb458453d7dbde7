import type { Participant } from '../../src/call/call.js';
import { createStandingCall, type CallHarness } from './call-harness.js';

export const ID = 'a'.repeat(32);
export const said = (fields: object = {}): object => ({
  kind: 'chat',
  id: ID,
  name: 'X',
  text: 'Hello',
  sentAt: 1_000_000,
  to: null,
  replyTo: null,
  ...fields,
});
export const presence = (fields: object = {}): object => ({
  kind: 'presence',
  name: 'Ada',
  joinedAt: 5,
  microphone: false,
  camera: false,
  screen: false,
  handRaisedAt: null,
  ...fields,
});

export async function createTalk(...ids: string[]): Promise<CallHarness> {
  const harness = await createStandingCall();
  for (const id of ids) {
    harness.engine.meet(id);
    harness.engine.tell('data', { participantId: id, data: presence({ name: `Name of ${id}` }) });
  }
  harness.engine.sent.length = 0;
  return harness;
}
export const hear = ({ engine }: CallHarness, participantId: string, data: object): void => {
  engine.tell('data', { participantId, data });
};
export const sentOf = ({ engine }: CallHarness, kind: string): readonly { readonly data: unknown; readonly to: string | undefined }[] =>
  engine.sent.filter(({ data }) => (data as { kind: string }).kind === kind);
export const person = ({ call }: CallHarness, id: string): Participant =>
  call.state.participants.find((participant) => participant.id === id)!;
