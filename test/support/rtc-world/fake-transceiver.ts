import type { FakePage } from './fake-page.js';

/** A sender and a receiver that hold tracks and carry nothing. */
export class FakeTransceiver {
  mid: string | null;
  isNegotiated = false;
  direction: RTCRtpTransceiverDirection = 'recvonly';
  readonly kind: 'audio' | 'video';
  readonly sender: FakeSender;
  readonly receiver: { readonly track: EventTarget & { readonly kind: string } };

  constructor(kind: 'audio' | 'video', mid: string | null, page: FakePage) {
    this.kind = kind;
    this.mid = mid;
    this.sender = new FakeSender(page);
    this.receiver = { track: Object.assign(new EventTarget(), { kind, stop: () => undefined }) };
  }
}

class FakeSender {
  track: MediaStreamTrack | null = null;
  readonly #page: FakePage;
  #parameters: object = { encodings: [{ active: true }] };

  constructor(page: FakePage) {
    this.#page = page;
  }

  replaceTrack(track: MediaStreamTrack | null): Promise<void> {
    return new Promise((resolve) => {
      this.#page.post(2, () => {
        this.track = track;
        resolve();
      });
    });
  }

  getParameters(): object {
    return structuredClone(this.#parameters);
  }

  setParameters(parameters: object): Promise<void> {
    this.#parameters = structuredClone(parameters);
    return Promise.resolve();
  }

  getStats(): Promise<ReadonlyMap<string, unknown>> {
    return Promise.resolve(new Map());
  }
}
