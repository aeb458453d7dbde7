import { FakeDataChannel } from './fake-data-channel.js';
import { readDescription, writeDescription, type FakeDescription } from './fake-description.js';
import type { FakeDevice } from './fake-device.js';
import { FakeIce } from './fake-ice.js';
import type { FakeNetwork } from './fake-network.js';
import type { FakePage } from './fake-page.js';
import { FakeOperations } from './fake-operations.js';
import { FakeTransceiver } from './fake-transceiver.js';
import { writeStats } from './fake-stats.js';

const STATS_MS = 12;

/** An RTCPeerConnection without media: negotiation with rollback and ICE restart, channels, statistics, nothing more. */
export class FakePeerConnection extends EventTarget {
  readonly id: string;
  readonly page: FakePage;
  readonly device: FakeDevice;
  readonly network: FakeNetwork;
  readonly ice: FakeIce;
  readonly fingerprint: string;
  signalingState: RTCSignalingState = 'stable';
  connectionState: RTCPeerConnectionState = 'new';
  readonly #transceivers: FakeTransceiver[] = [];
  readonly #channels = new Map<number, FakeDataChannel>();
  #pendingLocal: FakeDescription | null = null;
  #currentLocal: FakeDescription | null = null;
  #pendingRemote: FakeDescription | null = null;
  #currentRemote: FakeDescription | null = null;
  readonly #operations: FakeOperations;
  #isNegotiationNeeded = false;
  #isDataNegotiated = false;
  #ufragToReplace: string | null = null;
  #candidateUfrags = new Set<string>();

  constructor(network: FakeNetwork, page: FakePage, device: FakeDevice) {
    super();
    this.network = network;
    this.page = page;
    this.device = device;
    this.id = network.register(this);
    this.ice = new FakeIce(this);
    this.#operations = new FakeOperations({
      page,
      scheduler: network.scheduler,
      isClosed: () => this.isClosed,
      onIdle: () => {
        this.#updateNegotiationNeeded();
      },
    });
    const bytes = [...network.scheduler.random.bytes(32)];
    this.fingerprint = bytes.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
  }

  get isClosed(): boolean {
    return this.signalingState === 'closed';
  }

  get iceConnectionState(): RTCIceConnectionState {
    return this.connectionState === 'connecting' ? 'checking' : this.connectionState;
  }

  get localDescription(): RTCSessionDescription | null {
    const description = this.#pendingLocal ?? this.#currentLocal;
    return description && writeDescription(description);
  }

  get remoteDescription(): RTCSessionDescription | null {
    const description = this.#pendingRemote ?? this.#currentRemote;
    return description && writeDescription(description);
  }

  /** Both names of the pair of descriptions in force, the same on either side; null before there is one. */
  get descriptionPair(): string | null {
    if (!this.#currentLocal || !this.#currentRemote) return null;
    return [this.#currentLocal.ufrag, this.#currentRemote.ufrag].sort().join(' ');
  }

  get remoteConnection(): string | undefined {
    return this.#currentRemote?.connection;
  }

  get localEpoch(): number | undefined {
    return this.#currentLocal?.epoch;
  }

  get hasRemoteCandidate(): boolean {
    return this.#currentRemote !== null && this.#candidateUfrags.has(this.#currentRemote.ufrag);
  }

  channel(id: number): FakeDataChannel | undefined {
    return this.#channels.get(id);
  }

  openChannels(): void {
    for (const channel of this.#channels.values()) {
      this.page.post(this.network.scheduler.random.between(30, 90), () => {
        channel.open();
      });
    }
  }

  pumpChannels(): void {
    for (const channel of this.#channels.values()) channel.pump();
  }

  showState(state: RTCPeerConnectionState, delayMs: number): void {
    this.page.post(delayMs, () => {
      if (this.isClosed || this.connectionState === state) return;
      this.connectionState = state;
      this.dispatchEvent(new Event('connectionstatechange'));
      this.dispatchEvent(new Event('iceconnectionstatechange'));
    });
  }

  createDataChannel(label: string, init: RTCDataChannelInit): FakeDataChannel {
    this.#assertOpen();
    const channel = new FakeDataChannel(this, label, init);
    this.#channels.set(channel.id, channel);
    this.#updateNegotiationNeeded();
    return channel;
  }

  addTransceiver(kind: 'audio' | 'video', init: RTCRtpTransceiverInit): FakeTransceiver {
    this.#assertOpen();
    const transceiver = new FakeTransceiver(kind, null, this.page);
    transceiver.direction = init.direction ?? 'sendrecv';
    this.#transceivers.push(transceiver);
    this.#updateNegotiationNeeded();
    return transceiver;
  }

  getTransceivers(): readonly FakeTransceiver[] {
    return [...this.#transceivers];
  }

  getSenders(): readonly FakeTransceiver['sender'][] {
    return this.#transceivers.map(({ sender }) => sender);
  }

  setConfiguration(): void {
    this.#assertOpen();
  }

  getConfiguration(): RTCConfiguration {
    return {};
  }

  restartIce(): void {
    if (this.isClosed) return;
    this.#ufragToReplace = this.#currentLocal?.ufrag ?? null;
    this.#updateNegotiationNeeded();
  }

  setLocalDescription(init?: RTCSessionDescriptionInit): Promise<void> {
    return this.#operations.run(() => {
      if (init?.type === 'rollback') {
        this.#rollBack();
        return;
      }
      const type = this.signalingState === 'have-remote-offer' ? 'answer' : 'offer';
      if (init?.type && init.type !== type) throw new DOMException('Wrong state', 'InvalidStateError');
      const local = this.#describe(type);
      const isNewGeneration = local.ufrag !== this.#currentLocal?.ufrag;
      if (type === 'offer') {
        this.#pendingLocal = local;
        this.signalingState = 'have-local-offer';
      } else this.#settle(local, this.#pendingRemote);
      if (isNewGeneration) this.#gather(local.ufrag);
    });
  }

  setRemoteDescription(init: RTCSessionDescriptionInit): Promise<void> {
    const remote = readDescription(init);
    return this.#operations.run(() => {
      if (remote.type === 'answer') {
        if (this.signalingState !== 'have-local-offer') throw new DOMException('No offer to answer', 'InvalidStateError');
        this.#settle(this.#pendingLocal, remote);
        return;
      }
      this.#rollBack();
      this.#pendingRemote = remote;
      this.signalingState = 'have-remote-offer';
      for (const { mid, kind } of remote.media) {
        if (!this.#transceivers.some((known) => known.mid === mid)) this.#transceivers.push(new FakeTransceiver(kind, mid, this.page));
      }
    });
  }

  addIceCandidate(candidate?: RTCIceCandidateInit): Promise<void> {
    return this.#operations.run(() => {
      const remotes = [this.#pendingRemote, this.#currentRemote].filter((remote) => remote !== null);
      if (remotes.length === 0) throw new DOMException('No remote description', 'InvalidStateError');
      const ufrag = candidate?.usernameFragment;
      if (!ufrag) return;
      if (!remotes.some((remote) => remote.ufrag === ufrag)) throw new DOMException('Unknown ufrag', 'OperationError');
      this.#candidateUfrags.add(ufrag);
      this.ice.recheck();
    });
  }

  getStats(): Promise<RTCStatsReport> {
    return new Promise((resolve) => {
      this.page.post(this.network.scheduler.random.between(0, STATS_MS), () => {
        resolve(writeStats(this.ice.partner?.fingerprint ?? null));
      });
    });
  }

  /** The other side is not told. */
  close(): void {
    if (this.isClosed) return;
    this.signalingState = 'closed';
    this.connectionState = 'closed';
    for (const channel of this.#channels.values()) channel.close();
    this.ice.close();
    this.network.unregister(this.id);
    this.ice.partner?.ice.recheck();
  }

  #assertOpen(): void {
    if (this.isClosed) throw new DOMException('Closed', 'InvalidStateError');
  }

  #describe(type: 'offer' | 'answer'): FakeDescription {
    const hasNewRemote = type === 'answer' && this.#pendingRemote?.ufrag !== this.#currentRemote?.ufrag;
    const isKept = this.#currentLocal !== null && !hasNewRemote && this.#ufragToReplace !== this.#currentLocal.ufrag;
    for (const [index, transceiver] of this.#transceivers.entries()) transceiver.mid ??= String(index);
    return {
      type,
      connection: this.id,
      ufrag: isKept && this.#currentLocal ? this.#currentLocal.ufrag : [...this.network.scheduler.random.bytes(4)].join('-'),
      epoch: isKept && this.#currentLocal ? this.#currentLocal.epoch : this.device.networkEpoch,
      fingerprint: this.fingerprint,
      media: this.#transceivers.map(({ mid, kind }) => ({ mid: mid ?? '', kind })),
      hasData: this.#channels.size > 0,
    };
  }

  #settle(local: FakeDescription | null, remote: FakeDescription | null): void {
    this.#currentLocal = local;
    this.#currentRemote = remote;
    this.#pendingLocal = this.#pendingRemote = null;
    this.signalingState = 'stable';
    this.#isDataNegotiated = Boolean(local?.hasData && remote?.hasData);
    for (const transceiver of this.#transceivers) transceiver.isNegotiated = transceiver.mid !== null;
    if (this.#ufragToReplace !== local?.ufrag) this.#ufragToReplace = null;
    this.#isNegotiationNeeded = false;
    this.#updateNegotiationNeeded();
    const other = this.network.find(remote?.connection);
    this.ice.recheck();
    other?.ice.recheck();
  }

  #rollBack(): void {
    if (this.#pendingLocal === null) return;
    this.#pendingLocal = null;
    this.signalingState = 'stable';
    this.#isNegotiationNeeded = false;
    for (const transceiver of this.#transceivers) if (!transceiver.isNegotiated) transceiver.mid = null;
  }

  #gather(ufrag: string): void {
    const count = this.network.scheduler.random.chance(0.5) ? 1 : 2;
    for (let index = 0; index < count; index += 1) {
      this.page.post(this.network.scheduler.random.between(1, 60), () => {
        if (this.isClosed) return;
        const init = { candidate: `candidate:${String(index)} ${ufrag}`, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: ufrag };
        this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: { ...init, toJSON: () => init } }));
      });
    }
  }

  #updateNegotiationNeeded(): void {
    if (this.isClosed || this.#operations.isBusy || this.signalingState !== 'stable') return;
    const isNeeded =
      (this.#channels.size > 0 && !this.#isDataNegotiated) ||
      this.#transceivers.some(({ isNegotiated }) => !isNegotiated) ||
      (this.#ufragToReplace !== null && this.#ufragToReplace === this.#currentLocal?.ufrag);
    if (!isNeeded || this.#isNegotiationNeeded) {
      this.#isNegotiationNeeded = isNeeded;
      return;
    }
    this.#isNegotiationNeeded = true;
    this.page.post(0, () => {
      if (this.isClosed || !this.#isNegotiationNeeded) return;
      if (this.#operations.isBusy || this.signalingState !== 'stable') this.#isNegotiationNeeded = false;
      else this.dispatchEvent(new Event('negotiationneeded'));
    });
  }
}
