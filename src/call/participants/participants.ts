import type { Emitter } from '../../base/emitter.js';
import type { ConnectionState, TrackSource } from '../../engine/engine-port.js';
import type { Presence } from '../../room/presence.js';
import type { CallEvents, Participant, Quality } from '../call.js';
import { keepSame } from '../keep-same.js';

type MediaMember = 'microphone' | 'camera' | 'screen' | 'cameraStream' | 'screenStream' | 'microphoneStream' | 'screenAudioStream';

interface Entry {
  participant: Participant;
  presence: Presence | null;
  /** The event was told; it waits for the name, which comes a moment after the connection. */
  isAnnounced: boolean;
  readonly streams: Map<TrackSource, MediaStream>;
}

export interface ParticipantsOptions {
  readonly emitter: Emitter<CallEvents>;
  readonly onChange: (participants: readonly Participant[]) => void;
}

const NOBODY: readonly Participant[] = Object.freeze([]);

/** The others: immutable objects that are replaced only when something about them changed. */
export class Participants {
  readonly #options: ParticipantsOptions;
  readonly #entries = new Map<string, Entry>();
  #list = NOBODY;

  constructor(options: ParticipantsOptions) {
    this.#options = options;
  }

  get list(): readonly Participant[] {
    return this.#list;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  add(id: string, joinedAt: number): void {
    if (this.#entries.has(id)) return;
    const participant = createParticipant({ id, joinedAt, isLocal: false });
    this.#entries.set(id, { participant, presence: null, isAnnounced: false, streams: new Map() });
    this.#publish();
  }

  remove(id: string, reason: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    this.#publish();
    this.#tellStreams(entry.participant, withoutPictures(entry.participant));
    if (entry.isAnnounced) this.#options.emitter.emit('participant-left', { participant: entry.participant, reason });
  }

  /** This device has left: nobody is here any more, and nobody has left. */
  clear(): void {
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    this.#publish();
    for (const { participant } of entries) this.#tellStreams(participant, withoutPictures(participant));
  }

  /** Tells that the participant came, when that was not told yet. */
  announce(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.isAnnounced) return;
    entry.isAnnounced = true;
    this.#options.emitter.emit('participant-joined', { participant: entry.participant });
  }

  setPresence(id: string, presence: Presence): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    entry.presence = presence;
    this.#change(entry, { name: presence.name, joinedAt: presence.joinedAt });
    this.announce(id);
  }

  setTrack(id: string, source: TrackSource, track: MediaStreamTrack | null): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    if (track === null) entry.streams.delete(source);
    else if (entry.streams.get(source)?.getTracks()[0] !== track) entry.streams.set(source, new MediaStream([track]));
    this.#change(entry, {});
  }

  setConnection(id: string, connection: ConnectionState): void {
    this.#changeById(id, { connection });
  }

  setWeak(id: string, isWeak: boolean): void {
    this.#changeById(id, { isWeak });
  }

  setSpeaking(id: string, speaking: boolean): void {
    this.#changeById(id, { speaking });
  }

  setHand(id: string, handRaisedAt: number | null): void {
    this.#changeById(id, { hand: handRaisedAt !== null, handRaisedAt });
  }

  setQuality(id: string, quality: Quality | null): void {
    this.#changeById(id, { quality });
  }

  #changeById(id: string, patch: Partial<Participant>): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) this.#change(entry, patch);
  }

  #change(entry: Entry, patch: Partial<Participant>): void {
    const before = entry.participant;
    const after = keepSame(before, { ...before, ...patch, ...mediaOf(entry) });
    if (after === before) return;
    entry.participant = after;
    this.#publish();
    if (entry.isAnnounced) this.#options.emitter.emit('participant-changed', { participant: after });
    this.#tellStreams(before, after);
  }

  #publish(): void {
    this.#list = Object.freeze([...this.#entries.values()].map((entry) => entry.participant));
    this.#options.onChange(this.#list);
  }

  #tellStreams(before: Participant, after: Participant): void {
    for (const source of ['camera', 'screen'] as const) {
      const old = source === 'camera' ? before.cameraStream : before.screenStream;
      const stream = source === 'camera' ? after.cameraStream : after.screenStream;
      if (old === stream) continue;
      if (old !== null) this.#options.emitter.emit('stream-removed', { participantId: before.id, source, stream: old });
      if (stream !== null) this.#options.emitter.emit('stream-added', { participantId: before.id, source, stream });
    }
  }
}

export function createParticipant(known: Pick<Participant, 'id' | 'joinedAt' | 'isLocal'> & Partial<Participant>): Participant {
  return Object.freeze({
    name: '',
    role: 'participant',
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    hand: false,
    handRaisedAt: null,
    speaking: false,
    connection: 'initializing',
    isWeak: false,
    quality: null,
    cameraStream: null,
    screenStream: null,
    microphoneStream: null,
    screenAudioStream: null,
    ...known,
  });
}

/** A track may be there while nothing is sent over it: what its owner says decides what is shown. */
function mediaOf({ presence, streams }: Entry): Pick<Participant, MediaMember> {
  return {
    microphone: presence?.microphone === true ? 'on' : 'off',
    camera: presence?.camera === true ? 'on' : 'off',
    screen: presence?.screen === true ? 'on' : 'off',
    cameraStream: presence?.camera === true ? (streams.get('camera') ?? null) : null,
    screenStream: presence?.screen === true ? (streams.get('screen') ?? null) : null,
    microphoneStream: presence?.microphone === true ? (streams.get('microphone') ?? null) : null,
    screenAudioStream: presence?.screen === true ? (streams.get('screen-audio') ?? null) : null,
  };
}

function withoutPictures(participant: Participant): Participant {
  return { ...participant, cameraStream: null, screenStream: null };
}
