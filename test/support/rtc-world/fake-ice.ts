import type { FakePeerConnection } from './fake-peer-connection.js';

/** As measured in Chromium: `disconnected` after 7.6 s without packets, `failed` after 17.6 s. */
const DISCONNECTED_MS = [6_500, 7_800] as const;
const FAILED_MS = [16_500, 18_000] as const;
const NEVER_CONNECTED_MS = [15_000, 25_000] as const;

/** The transport of one fake connection: pairs up by what both descriptions say, and follows who reaches whom. */
export class FakeIce {
  readonly #own: FakePeerConnection;
  state: RTCPeerConnectionState = 'new';
  /** Whom the handshake was made with: for good. */
  partner: FakePeerConnection | null = null;
  /** Which pair of descriptions the path in use came from. */
  #usedPair: string | null = null;
  #usedEpoch = 0;
  #partnerEpoch = 0;
  /** The pair that checks run for, once the remote side is known. */
  #checkedPair: string | null = null;
  #isNominating = false;
  #cancelDecline: (() => void) | null = null;

  constructor(own: FakePeerConnection) {
    this.#own = own;
  }

  /** Whether a packet on its way gets there. */
  get isPathUp(): boolean {
    const { partner } = this;
    if (!partner || partner.isClosed || this.#usedPair === null) return false;
    const { device, network } = this.#own;
    if (this.#usedEpoch !== device.networkEpoch || this.#partnerEpoch !== partner.device.networkEpoch) return false;
    return network.isReachable(device, partner.device);
  }

  /** Whether packets are sent at all. */
  get carriesPackets(): boolean {
    return this.isPathUp && !this.#own.isClosed && this.state !== 'failed' && this.partner?.ice.state !== 'failed';
  }

  latencyMs(): number {
    const { device, network } = this.#own;
    return this.partner ? network.latencyMs(device, this.partner.device) : 0;
  }

  /** The descriptions changed, a candidate came, or somebody's reach did. */
  recheck(): void {
    const own = this.#own;
    if (own.isClosed || own.device.isDead) return;
    const pair = own.descriptionPair;
    if (pair !== null && pair !== this.#checkedPair) this.#startChecks(pair);
    if (pair !== null && pair !== this.#usedPair) this.#nominate(pair);
    if (this.#usedPair !== null) this.#followPath();
  }

  close(): void {
    this.#stopDecline();
    this.state = 'closed';
  }

  #startChecks(pair: string): void {
    this.#checkedPair = pair;
    if (this.state === 'connected') return;
    this.#stopDecline();
    this.#become('connecting', 0);
    this.#declineAfter('failed', NEVER_CONNECTED_MS);
  }

  /** Both sides know each other's latest description and can send packets: after some checks the new path is used. */
  #nominate(pair: string): void {
    const { network, device } = this.#own;
    const other = network.find(this.#own.remoteConnection);
    if (this.#isNominating || !other || !this.#canConnect(other, pair)) return;
    this.#isNominating = true;
    const rounds = this.partner ? 2 : 4;
    network.scheduler.after(network.latencyMs(device, other.device) * rounds + network.scheduler.random.between(0, 50), () => {
      this.#isNominating = false;
      if (this.#usedPair === pair) return;
      if (!this.#canConnect(other, pair)) this.recheck();
      else {
        this.#use(other, pair);
        other.ice.#use(this.#own, pair);
      }
    });
  }

  #canConnect(other: FakePeerConnection, pair: string): boolean {
    const own = this.#own;
    if (this.state === 'failed' || other.ice.state === 'failed') return false;
    if (own.isClosed || other.isClosed || other.descriptionPair !== pair || own.descriptionPair !== pair) return false;
    if (!own.network.isReachable(own.device, other.device)) return false;
    if (own.localEpoch !== own.device.networkEpoch || other.localEpoch !== other.device.networkEpoch) return false;
    return own.hasRemoteCandidate || other.hasRemoteCandidate;
  }

  #use(other: FakePeerConnection, pair: string): void {
    if (this.#own.isClosed || (this.partner && this.partner !== other)) return;
    const isFirst = this.partner === null;
    this.partner = other;
    this.#usedPair = pair;
    this.#usedEpoch = this.#own.device.networkEpoch;
    this.#partnerEpoch = other.device.networkEpoch;
    this.#stopDecline();
    this.#become('connected', this.#own.network.scheduler.random.between(0, 40));
    if (isFirst) this.#own.openChannels();
    this.#own.pumpChannels();
  }

  #followPath(): void {
    if (this.state === 'failed' || this.state === 'closed') return;
    const { scheduler } = this.#own.network;
    if (!this.isPathUp) {
      if (this.#cancelDecline === null) this.#declineAfter('disconnected', DISCONNECTED_MS);
      return;
    }
    if (this.#checkedPair === this.#usedPair || this.state === 'connected') this.#stopDecline();
    if (this.state === 'disconnected') {
      this.#become('connected', scheduler.random.between(100, 2_500));
    }
    scheduler.after(scheduler.random.between(0, 800), () => {
      this.#own.pumpChannels();
    });
  }

  #declineAfter(to: 'disconnected' | 'failed', [low, high]: readonly [number, number]): void {
    const { scheduler } = this.#own.network;
    this.#cancelDecline = scheduler.after(scheduler.random.between(low, high), () => {
      this.#cancelDecline = null;
      if (this.#own.isClosed) return;
      this.#become(to, 0);
      if (to === 'disconnected') this.#declineAfter('failed', [FAILED_MS[0] - DISCONNECTED_MS[0], FAILED_MS[1] - DISCONNECTED_MS[1]]);
    });
  }

  #stopDecline(): void {
    this.#cancelDecline?.();
    this.#cancelDecline = null;
  }

  #become(state: RTCPeerConnectionState, delayMs: number): void {
    if (this.state === state) return;
    this.state = state;
    this.#own.showState(state, delayMs);
  }
}
