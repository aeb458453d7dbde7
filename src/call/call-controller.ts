import { NexError } from '../base/nex-error.js';
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
import { createParts, type CallParts } from './call-parts.js';
import { LOCAL_ID } from './participants/call-sound.js';
import { SELF_VIEWS } from './call-words.js';
import type { Call, CallEvents, CallState, SelfView } from './call.js';
import type { CaptureSource } from './capture/capture-slot.js';
import type { ControllerOptions } from './controller-options.js';
import type { DiagnosticsOptions, DiagnosticsReport } from './diagnostics/diagnostics-report.js';
import { createLateIntents, type LateIntents, type LateWork } from './later/later-intents.js';
import { readBandwidthLimit, readChoice, readName } from './read-options.js';
import { toNexError } from './to-nex-error.js';

/** The controller of one call, made of what it is given. */
export function createController(options: ControllerOptions): Call {
  const controller = new CallController(options);
  return Object.assign(controller, createLateIntents(controller.loadIntents));
}

class CallController implements Omit<Call, keyof LateIntents> {
  readonly #options: ControllerOptions;
  readonly #parts: CallParts;

  constructor(options: ControllerOptions) {
    this.#options = options;
    this.#parts = createParts(options, this);
  }

  get state(): Readonly<CallState> {
    return this.#parts.snapshot.state;
  }

  subscribe<Value>(selector: (state: Readonly<CallState>) => Value, listener: (value: Value) => void): () => void {
    return this.#parts.snapshot.store.subscribe(selector, listener);
  }

  on<Type extends keyof CallEvents>(type: Type, listener: (event: CallEvents[Type]) => void): () => void {
    return this.#parts.emitter.on(type, listener);
  }

  onAudioLevel(participantId: string, listener: (level: number) => void): () => void {
    return this.#parts.sound.onLevel(participantId === this.state.self.id ? LOCAL_ID : participantId, listener);
  }

  enterLobby(): void {
    if (this.#parts.scope.isClosed) return;
    this.#parts.snapshot.move('enter-lobby', { error: null, endReason: null });
    void this.#options.media.refreshDevices();
  }

  prepare(): void {
    if (!this.#parts.scope.isClosed) this.#options.loadEngine();
  }

  join(): Promise<void> {
    if (this.#parts.scope.isClosed) return Promise.reject(closedError());
    return this.#parts.stay.join();
  }

  leave(): Promise<void> {
    return this.#parts.stay.leave();
  }

  async setMicrophone(isOn: boolean): Promise<void> {
    this.#check('microphone', isOn);
    this.#parts.snapshot.setOptions({ isMuted: !isOn });
    await this.#setCapture('microphone', isOn);
  }

  async setCamera(isOn: boolean): Promise<void> {
    this.#check('camera', isOn);
    this.#parts.snapshot.setOptions({ isCameraOff: !isOn });
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
    await this.#parts.devices.select(kind, id);
  }

  async setName(name: string): Promise<void> {
    await this.#setOptions({ name: readName(name) });
  }

  async setSelfView(value: SelfView): Promise<void> {
    this.#parts.snapshot.patch({ selfView: readChoice('self-view', value, SELF_VIEWS) });
    return Promise.resolve();
  }

  markRead(): void {
    this.#parts.later.features?.conversation.markRead();
  }

  async setLayout(layout: Layout): Promise<void> {
    const checked = readChoice('layout', layout, LAYOUTS);
    this.#parts.snapshot.patch({ layout: checked });
    await this.#setOptions({ layout: checked });
  }

  setReceiveWish(participantId: string, source: 'camera' | 'screen', wish: ReceiveWish): void {
    this.#parts.later.wishes.set(`${source} ${participantId}`, wish);
    this.#parts.stay.engine?.setReceiveWish(participantId, source, wish);
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

  async getStats(): Promise<ReadonlyMap<string, RTCStatsReport>> {
    return (await this.#parts.stay.engine?.getStats()) ?? new Map<string, RTCStatsReport>();
  }

  async diagnostics(options?: DiagnosticsOptions): Promise<DiagnosticsReport> {
    try {
      return await (await import('./diagnostics/create-report.js')).createReport(this.#parts, this.#options.clock, options);
    } catch (thrown) {
      throw toNexError(thrown, 'call/aborted', 'No report could be made.');
    }
  }

  close(): Promise<void> {
    return this.#parts.close();
  }

  readonly loadIntents = async (): Promise<LateWork> => {
    this.#checkOpen();
    return (await this.#parts.later.load()).intents;
  };

  async #setCapture(source: CaptureSource, isOn: boolean): Promise<void> {
    try {
      await this.#parts.captures.set(source, isOn);
    } catch (thrown) {
      if (thrown instanceof NexError && thrown.code !== 'call/aborted') this.#parts.emitter.emit('error', { error: thrown });
      throw thrown;
    }
  }

  #setOptions(options: Partial<CallOptions>): Promise<void> {
    this.#parts.snapshot.setOptions(options);
    this.#parts.later.features?.adaptation.handleChoice(options);
    this.#parts.stay.updatePresence();
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
    if (this.#parts.scope.isClosed) throw closedError();
  }
}

function closedError(): NexError {
  return new NexError('call/invalid-state', 'The call was closed and cannot be used again.');
}
