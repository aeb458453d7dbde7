import type { ConnectionState } from '../../engine/engine-port.js';
import type { CallState, CallStatus, Participant } from '../call.js';
import { keepSame } from '../keep-same.js';

const CONNECTIONS: Readonly<Record<CallStatus, ConnectionState>> = {
  idle: 'initializing',
  lobby: 'initializing',
  joining: 'signaling',
  connected: 'connected',
  reconnecting: 'reconnecting',
  ended: 'closed',
  failed: 'failed',
};

/** What the state does not tell of this participant. */
export interface SelfFacts {
  readonly id: string;
  readonly joinedAt: number;
  readonly speaking: boolean;
  readonly handRaisedAt: number | null;
  readonly camera: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
}

/** This participant as the state and the own tracks have it; `previous` itself when nothing changed. */
export function deriveSelf(previous: Participant, state: Omit<CallState, 'self'>, facts: SelfFacts): Participant {
  return keepSame(previous, {
    ...previous,
    id: facts.id,
    joinedAt: facts.joinedAt,
    speaking: facts.speaking,
    hand: facts.handRaisedAt !== null,
    handRaisedAt: facts.handRaisedAt,
    name: state.options.name,
    microphone: state.microphone,
    camera: state.camera,
    screen: state.screen,
    connection: CONNECTIONS[state.status],
    quality: state.quality,
    cameraStream: streamOf(previous.cameraStream, facts.camera),
    screenStream: streamOf(previous.screenStream, facts.screen),
    microphoneStream: streamOf(previous.microphoneStream, facts.microphone),
  });
}

/** One stream a track, so that an element that shows it is not made to load again. */
function streamOf(previous: MediaStream | null, track: MediaStreamTrack | null): MediaStream | null {
  if (track === null) return null;
  return previous?.getTracks()[0] === track ? previous : new MediaStream([track]);
}
