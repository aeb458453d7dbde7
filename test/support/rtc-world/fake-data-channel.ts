import type { FakePeerConnection } from './fake-peer-connection.js';

interface Sent {
  readonly data: unknown;
  isOnTheWay: boolean;
}

const RESEND_MS = 400;
const LOSS = 0.01;

/** A negotiated channel: reliable ones keep what is sent until the path carries it again, fast ones lose it. */
export class FakeDataChannel extends EventTarget {
  readonly label: string;
  readonly id: number;
  binaryType = 'arraybuffer';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  readyState: RTCDataChannelState = 'connecting';
  readonly #connection: FakePeerConnection;
  readonly #isOrdered: boolean;
  readonly #isReliable: boolean;
  readonly #unsent: Sent[] = [];
  /** What came before this side was open. */
  readonly #early: unknown[] = [];
  #lastArrivalAt = 0;
  #isResendPlanned = false;

  constructor(connection: FakePeerConnection, label: string, init: RTCDataChannelInit) {
    super();
    this.#connection = connection;
    this.label = label;
    this.id = init.id ?? 0;
    this.#isOrdered = init.ordered ?? true;
    this.#isReliable = init.maxRetransmits === undefined && init.maxPacketLifeTime === undefined;
  }

  send(data: unknown): void {
    if (this.readyState !== 'open') throw new DOMException('Not open', 'InvalidStateError');
    const { ice, network } = this.#connection;
    if (!this.#isReliable) {
      if (ice.carriesPackets && !network.scheduler.random.chance(LOSS)) {
        network.scheduler.after(ice.latencyMs(), () => {
          if (ice.isPathUp) ice.partner?.channel(this.id)?.receive(data);
        });
      }
      return;
    }
    this.#unsent.push({ data, isOnTheWay: false });
    this.pump();
  }

  /** Sends what waits, if the path carries it. */
  pump(): void {
    const { ice, network } = this.#connection;
    if (!ice.carriesPackets) return;
    for (const sent of this.#unsent) {
      if (sent.isOnTheWay) continue;
      sent.isOnTheWay = true;
      const { scheduler } = network;
      this.#lastArrivalAt = Math.max(this.#lastArrivalAt + (this.#isOrdered ? 0.01 : 0), scheduler.now + ice.latencyMs());
      scheduler.after(this.#lastArrivalAt - scheduler.now, () => {
        this.#arrive(sent);
      });
    }
  }

  open(): void {
    if (this.readyState !== 'connecting') return;
    this.readyState = 'open';
    this.dispatchEvent(new Event('open'));
    for (const data of this.#early.splice(0)) this.#deliver(data);
  }

  receive(data: unknown): void {
    this.#connection.page.post(0, () => {
      if (this.readyState === 'open') this.#deliver(data);
      else if (this.readyState === 'connecting') this.#early.push(data);
    });
  }

  close(): void {
    this.readyState = 'closed';
  }

  #deliver(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  #arrive(sent: Sent): void {
    const { ice, network, page } = this.#connection;
    if (this.#unsent[0] === sent && ice.isPathUp && !page.isGone) {
      this.#unsent.shift();
      ice.partner?.channel(this.id)?.receive(sent.data);
      return;
    }
    sent.isOnTheWay = false;
    if (this.#isResendPlanned || this.#connection.isClosed) return;
    this.#isResendPlanned = true;
    network.scheduler.after(network.scheduler.random.between(RESEND_MS / 2, 2 * RESEND_MS), () => {
      this.#isResendPlanned = false;
      this.pump();
    });
  }
}
