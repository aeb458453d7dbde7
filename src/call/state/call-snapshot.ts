import type { Emitter } from '../../base/emitter.js';
import { Store } from '../../base/store.js';
import type { Media } from '../../media/media-port.js';
import type { OwnPresence } from '../../room/presence.js';
import { nextStatus, type CallEvent } from './call-machine.js';
import { LOCAL_ID } from '../participants/call-sound.js';
import type { CallOptions } from '../call-options.js';
import { initialState } from './call-state.js';
import type { CallEvents, CallState, Participant } from '../call.js';
import { keepSame } from '../keep-same.js';
import { permissions } from './permissions.js';
import { deriveSelf, type SelfFacts } from './self.js';

export interface CallSnapshotOptions {
  readonly options: CallOptions;
  readonly media: Media;
  /** Phones have a camera on each side, also before they name them. */
  readonly isHandheld: boolean;
  readonly emitter: Emitter<CallEvents>;
}

export type SnapshotPatch = Partial<Omit<CallState, 'self' | 'can' | 'status'>>;

/** The one snapshot: keeps what follows from other members in line with them, and tells of changes by events. */
export class CallSnapshot {
  readonly store: Store<CallState>;
  /** False while its picture goes to nobody because of the network. */
  isCameraSent = true;
  readonly #media: Media;
  readonly #isHandheld: boolean;
  readonly #emitter: Emitter<CallEvents>;
  #facts: SelfFacts = { id: LOCAL_ID, joinedAt: 0, speaking: false, handRaisedAt: null, camera: null, screen: null, microphone: null };

  constructor({ options, media, isHandheld, emitter }: CallSnapshotOptions) {
    this.#media = media;
    this.#isHandheld = isHandheld;
    this.#emitter = emitter;
    this.store = new Store(
      initialState(options, permissions({ status: 'idle', isSoundBlocked: false, devices: [], options }, media, isHandheld)),
    );
  }

  get state(): Readonly<CallState> {
    return this.store.state;
  }

  /** What the others are told of this participant. */
  get presence(): OwnPresence {
    const { name, microphone, camera, screen, handRaisedAt } = this.state.self;
    return {
      name,
      joinedAt: this.#facts.joinedAt,
      microphone: microphone === 'on',
      // A picture that is sent to nobody must not stand still on their screens.
      camera: camera === 'on' && this.isCameraSent && this.state.options.videoQuality !== 'off',
      screen: screen === 'on',
      handRaisedAt,
    };
  }

  patch(patch: SnapshotPatch): void {
    this.#update(patch);
  }

  setFacts(facts: Partial<SelfFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#update({});
  }

  setOptions(options: Partial<CallOptions>): void {
    this.#update({ options: keepSame(this.state.options, { ...this.state.options, ...options }) });
  }

  /** Takes the transition, if there is one from here; false when not. */
  move(event: CallEvent, patch: SnapshotPatch = {}): boolean {
    const status = nextStatus(this.state.status, event);
    if (status === undefined) return false;
    this.#update({ ...patch, status });
    return true;
  }

  #update(patch: SnapshotPatch & Partial<Pick<CallState, 'status'>>): void {
    const before = this.state;
    const next = { ...before, ...patch };
    const can = keepSame(before.can, permissions(next, this.#media, this.#isHandheld));
    const self = deriveSelf(before.self, next, this.#facts);
    this.store.update({ ...patch, can, self });
    this.#tell(before, this.state);
  }

  #tell(before: Readonly<CallState>, after: Readonly<CallState>): void {
    const { microphone, camera, screen, status } = after;
    if (before.status !== status) this.#emitter.emit('state-changed', { state: status, previous: before.status });
    if (before.microphone !== microphone || before.camera !== camera || before.screen !== screen)
      this.#emitter.emit('media-changed', { microphone, camera, screen });
    if (before.self !== after.self) this.#tellSelf(before.self, after.self);
    if (before.speakerId !== after.speakerId) this.#emitter.emit('speaker-changed', { participantId: after.speakerId });
    if (before.devices !== after.devices) this.#emitter.emit('device-changed', { devices: after.devices });
  }

  #tellSelf(before: Participant, after: Participant): void {
    this.#emitter.emit('participant-changed', { participant: after });
    const streams = [
      ['camera', before.cameraStream, after.cameraStream],
      ['screen', before.screenStream, after.screenStream],
    ] as const;
    for (const [source, old, stream] of streams) {
      if (old === stream) continue;
      if (old !== null) this.#emitter.emit('stream-removed', { participantId: before.id, source, stream: old });
      if (stream !== null) this.#emitter.emit('stream-added', { participantId: after.id, source, stream });
    }
  }
}
