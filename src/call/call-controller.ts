import { Emitter } from '../base/emitter.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import type { ReceiveWish } from '../engine/engine-port.js';
import type { DeviceKind } from '../media/media-port.js';
import {
  AUDIO_QUALITIES,
  LAYOUTS,
  VIDEO_QUALITIES,
  type AudioQuality,
  type CallOptions,
  type Layout,
  type VideoQuality,
} from './call-options.js';
import { CallSnapshot } from './call-snapshot.js';
import { CallSound, LOCAL_ID } from './call-sound.js';
import type { Call, CallEvents, CallState } from './call.js';
import type { CaptureSource } from './capture-slot.js';
import { Captures } from './captures.js';
import type { ControllerOptions } from './controller-options.js';
import { DeviceFollower } from './device-follower.js';
import { Participants } from './participants.js';
import { readBandwidthLimit, readChoice, readName } from './read-options.js';
import { Restore } from './restore.js';
import { SendLimits } from './send-limits.js';
import { Stay } from './stay.js';
import { Surroundings } from './surroundings.js';
import { Upkeep } from './upkeep.js';

/** The controller of one call, made of what it is given. */
export function createController(options: ControllerOptions): Call {
  return new CallController(options);
}

class CallController implements Call {
  readonly #options: ControllerOptions;
  readonly #emitter = new Emitter<CallEvents>();
  readonly #scope: Scope;
  readonly #snapshot: CallSnapshot;
  readonly #captures: Captures;
  readonly #sound: CallSound;
  readonly #stay: Stay;
  readonly #devices: DeviceFollower;
  readonly #limits: SendLimits;
  readonly #restore: Restore;

  constructor(options: ControllerOptions) {
    const { media, audioOutput, levelMeter, clock, world, iceServers } = options;
    this.#options = options;
    this.#scope = new Scope(clock);
    const emitter = this.#emitter;
    const snapshot = new CallSnapshot({ options: options.options, media, emitter });
    this.#snapshot = snapshot;
    const participants = new Participants({
      emitter,
      onChange: (list) => {
        const pinned = snapshot.state.pinned.filter(
          (id) => id === snapshot.state.self.id || list.some((participant) => participant.id === id),
        );
        snapshot.patch({ participants: list, ...(pinned.length < snapshot.state.pinned.length ? { pinned: Object.freeze(pinned) } : {}) });
      },
    });
    this.#sound = new CallSound({
      audioOutput,
      levelMeter,
      clock,
      onSpeaking: (id, speaking) => {
        if (id === LOCAL_ID) snapshot.setFacts({ speaking });
        else participants.setSpeaking(id, speaking);
      },
      onDominant: (speakerId) => {
        snapshot.patch({ speakerId });
      },
    });
    this.#captures = new Captures({
      media,
      scope: this.#scope,
      onChange: () => {
        this.#handleCaptures();
      },
      onError: (error) => {
        emitter.emit('error', { error });
      },
    });
    const [captures, scope] = [this.#captures, this.#scope];
    const limits = new SendLimits({ world, captures });
    const restore = new Restore({ store: options.restoreStore, world, clock, snapshot, captures });
    this.#limits = limits;
    this.#restore = restore;
    const upkeep = new Upkeep({ world, clock, limits, restore, iceServers });
    this.#stay = new Stay({ ...options, snapshot, emitter, participants, sound: this.#sound, captures, restore, upkeep });
    this.#devices = new DeviceFollower({ media, audioOutput, memory: options.deviceMemory, captures, snapshot, emitter, scope, clock });
    new Surroundings({
      world,
      snapshot,
      captures,
      scope,
      onPower: () => {
        limits.update();
      },
    });
    this.#listen();
  }

  get state(): Readonly<CallState> {
    return this.#snapshot.state;
  }

  subscribe<Value>(selector: (state: Readonly<CallState>) => Value, listener: (value: Value) => void): () => void {
    return this.#snapshot.store.subscribe(selector, listener);
  }

  on<Type extends keyof CallEvents>(type: Type, listener: (event: CallEvents[Type]) => void): () => void {
    return this.#emitter.on(type, listener);
  }

  onAudioLevel(participantId: string, listener: (level: number) => void): () => void {
    return this.#sound.onLevel(participantId === this.state.self.id ? LOCAL_ID : participantId, listener);
  }

  enterLobby(): void {
    if (this.#scope.isClosed) return;
    this.#snapshot.move('enter-lobby', { error: null, endReason: null });
    void this.#options.media.refreshDevices();
  }

  join(): Promise<void> {
    if (this.#scope.isClosed) return Promise.reject(closedError());
    return this.#stay.join();
  }

  leave(): Promise<void> {
    return this.#stay.leave();
  }

  async setMicrophone(isOn: boolean): Promise<void> {
    this.#check('microphone', isOn);
    this.#snapshot.setOptions({ isMuted: !isOn });
    await this.#setCapture('microphone', isOn);
  }

  async setCamera(isOn: boolean): Promise<void> {
    this.#check('camera', isOn);
    this.#snapshot.setOptions({ isCameraOff: !isOn });
    await this.#setCapture('camera', isOn);
  }

  async setScreenShare(isOn: boolean): Promise<void> {
    this.#check('screen', isOn);
    await this.#setCapture('screen', isOn);
  }

  async selectDevice(kind: DeviceKind, id: string | null): Promise<void> {
    this.#checkOpen();
    if (kind === 'speaker' && !this.state.can.selectSpeaker)
      throw new NexError('call/not-allowed', 'This browser cannot choose a speaker.');
    await this.#devices.select(kind, id);
  }

  async setName(name: string): Promise<void> {
    await this.#setOptions({ name: readName(name) });
  }

  async pin(participantId: string, isPinned: boolean): Promise<void> {
    const { pinned, self, participants } = this.state;
    const isHere = participantId === self.id || participants.some(({ id }) => id === participantId);
    if (isPinned && !isHere) throw new NexError('call/invalid-state', 'Nobody of that id is in the call.');
    if (pinned.includes(participantId) === isPinned) return;
    const others = pinned.filter((id) => id !== participantId);
    this.#snapshot.patch({ pinned: Object.freeze(isPinned ? [...others, participantId] : others) });
    return Promise.resolve();
  }

  async setLayout(layout: Layout): Promise<void> {
    const checked = readChoice('layout', layout, LAYOUTS);
    this.#snapshot.patch({ layout: checked });
    await this.#setOptions({ layout: checked });
  }

  setReceiveWish(participantId: string, source: 'camera' | 'screen', wish: ReceiveWish): void {
    this.#stay.engine?.setReceiveWish(participantId, source, wish);
  }

  async allowSound(): Promise<void> {
    const { audioOutput, levelMeter } = this.#options;
    await Promise.all([audioOutput.allowSound(), levelMeter.resume()]);
  }

  async setVideoQuality(value: VideoQuality): Promise<void> {
    await this.#setOptions({ videoQuality: readChoice('video-quality', value, VIDEO_QUALITIES) });
  }

  async setAudioQuality(value: AudioQuality): Promise<void> {
    await this.#setOptions({ audioQuality: readChoice('audio-quality', value, AUDIO_QUALITIES) });
  }

  async setBandwidthLimit(kbps: number | null): Promise<void> {
    await this.#setOptions({ bandwidthLimitKbps: readBandwidthLimit(kbps) });
  }

  async close(): Promise<void> {
    if (this.#scope.isClosed) return;
    const left = this.#stay.leave();
    this.#captures.release();
    this.#scope.close();
    this.#restore.close();
    this.#sound.setLocalTrack(null);
    const { media, audioOutput, levelMeter, world, iceServers } = this.#options;
    for (const part of [media, audioOutput, levelMeter, world, iceServers]) part.close();
    await left;
    this.#emitter.clear();
  }

  #listen(): void {
    const { audioOutput, iceServers } = this.#options;
    this.#scope.add(
      audioOutput.onBlocked((isSoundBlocked) => {
        this.#snapshot.patch({ isSoundBlocked });
      }),
    );
    this.#scope.add(
      iceServers.onError((error) => {
        this.#emitter.emit('error', { error });
      }),
    );
  }

  #handleCaptures(): void {
    this.#snapshot.patch(this.#captures.state);
    this.#snapshot.setFacts({ camera: this.#captures.track('camera'), screen: this.#captures.track('screen') });
    this.#sound.setLocalTrack(this.#captures.track('microphone'));
    this.#stay.updatePresence();
    this.#limits.update();
  }

  async #setCapture(source: CaptureSource, isOn: boolean): Promise<void> {
    try {
      await this.#captures.set(source, isOn);
    } catch (thrown) {
      if (thrown instanceof NexError && thrown.code !== 'call/aborted') this.#emitter.emit('error', { error: thrown });
      throw thrown;
    }
  }

  #setOptions(options: Partial<CallOptions>): Promise<void> {
    this.#snapshot.setOptions(options);
    this.#stay.updatePresence();
    return Promise.resolve();
  }

  #check(source: CaptureSource, isOn: boolean): void {
    this.#checkOpen();
    // Turning off is always allowed: privacy needs no permission.
    if (!isOn || this.state.can[source]) return;
    const isOver = this.state.status === 'ended' || this.state.status === 'failed';
    throw new NexError(isOver ? 'call/invalid-state' : 'call/not-allowed', `The ${source} cannot be turned on now.`);
  }

  #checkOpen(): void {
    if (this.#scope.isClosed) throw closedError();
  }
}

function closedError(): NexError {
  return new NexError('call/invalid-state', 'The call was closed and cannot be used again.');
}
