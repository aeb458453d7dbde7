/** What a fake session description says: enough for two fake connections to find and prove each other. */
export interface FakeDescription {
  readonly type: 'offer' | 'answer';
  readonly connection: string;
  readonly ufrag: string;
  /** The change of network before which its candidates were gathered. */
  readonly epoch: number;
  readonly fingerprint: string;
  readonly media: readonly { readonly mid: string; readonly kind: 'audio' | 'video' }[];
  readonly hasData: boolean;
}

const LINE = /^a=x-world:(.*)$/m;

export function writeDescription(description: FakeDescription): RTCSessionDescription {
  const lines = ['v=0', `a=fingerprint:sha-256 ${description.fingerprint}`, `a=ice-ufrag:${description.ufrag}`];
  const sdp = [...lines, `a=x-world:${JSON.stringify(description)}`, ''].join('\r\n');
  const init = { type: description.type, sdp };
  return { ...init, toJSON: () => init };
}

export function readDescription(init: RTCSessionDescriptionInit): FakeDescription {
  const match = LINE.exec(init.sdp ?? '');
  if (!match?.[1]) throw new DOMException('Not a description of this world', 'InvalidAccessError');
  return { ...(JSON.parse(match[1].trim()) as FakeDescription), type: init.type as 'offer' | 'answer' };
}
