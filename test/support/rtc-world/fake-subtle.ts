import type { WorldScheduler } from './world-scheduler.js';

interface FakeKey {
  readonly type: 'secret';
  readonly extractable: boolean;
  readonly algorithm: unknown;
  readonly usages: readonly string[];
  readonly raw: Uint8Array<ArrayBuffer>;
}

interface CipherParameters {
  readonly iv?: BufferSource;
  readonly additionalData?: BufferSource;
}

type Method = (...values: never[]) => Promise<unknown>;
const TAG_BYTES = 16;

/** Stand-ins for the methods of `crypto.subtle` that settle in microtasks and hide nothing; what was changed does not open. */
export function fakeSubtle(scheduler: WorldScheduler): Readonly<Record<string, Method>> {
  const answer = <Value>(make: () => Value): Promise<Value> => {
    scheduler.markDirty();
    try {
      return Promise.resolve(make());
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const makeKey = (raw: Uint8Array<ArrayBuffer>, algorithm: unknown, extractable: boolean, usages: readonly string[]): FakeKey => ({
    type: 'secret',
    raw,
    algorithm,
    extractable,
    usages,
  });
  const tag = (parameters: CipherParameters, key: FakeKey, text: Uint8Array): Uint8Array<ArrayBuffer> =>
    mix(TAG_BYTES, [key.raw, toBytes(parameters.iv), toBytes(parameters.additionalData), text]);
  return {
    importKey: (_format: string, data: BufferSource, algorithm: unknown, extractable: boolean, usages: readonly string[]) =>
      answer(() => makeKey(toBytes(data).slice(), algorithm, extractable, usages)),
    generateKey: (algorithm: unknown, extractable: boolean, usages: readonly string[]) =>
      answer(() => makeKey(scheduler.random.bytes(32), algorithm, extractable, usages)),
    exportKey: (_format: string, key: FakeKey) => answer(() => key.raw.slice().buffer),
    deriveBits: (parameters: { readonly info?: BufferSource; readonly salt?: BufferSource }, key: FakeKey, bits: number) =>
      answer(() => mix(bits / 8, [key.raw, toBytes(parameters.salt), toBytes(parameters.info)]).buffer),
    deriveKey: (
      parameters: { readonly info?: BufferSource; readonly salt?: BufferSource },
      key: FakeKey,
      algorithm: unknown,
      extractable: boolean,
      usages: readonly string[],
    ) => answer(() => makeKey(mix(32, [key.raw, toBytes(parameters.salt), toBytes(parameters.info)]), algorithm, extractable, usages)),
    digest: (_algorithm: unknown, data: BufferSource) => answer(() => mix(32, [toBytes(data)]).buffer),
    sign: (_algorithm: unknown, key: FakeKey, data: BufferSource) => answer(() => mix(32, [key.raw, toBytes(data)]).buffer),
    verify: (_algorithm: unknown, key: FakeKey, signature: BufferSource, data: BufferSource) =>
      answer(() => String(toBytes(signature)) === String(mix(32, [key.raw, toBytes(data)]))),
    encrypt: (parameters: CipherParameters, key: FakeKey, data: BufferSource) =>
      answer(() => {
        const text = toBytes(data);
        const box = new Uint8Array(text.length + TAG_BYTES);
        box.set(text);
        box.set(tag(parameters, key, text), text.length);
        return box.buffer;
      }),
    decrypt: (parameters: CipherParameters, key: FakeKey, data: BufferSource) =>
      answer(() => {
        const box = toBytes(data);
        const text = box.slice(0, Math.max(0, box.length - TAG_BYTES));
        if (String(tag(parameters, key, text)) !== String(box.slice(text.length))) throw new DOMException('Changed', 'OperationError');
        return text.buffer;
      }),
  };
}

function toBytes(source: BufferSource | undefined): Uint8Array {
  if (!source) return new Uint8Array();
  return ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
}

/** `length` bytes that depend on every byte of every part (FNV-1a with a counter). */
function mix(length: number, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let state = 0x811c9dc5;
  for (const part of parts) {
    state = Math.imul(state ^ (part.length & 0xff) ^ 0x5a, 0x01000193);
    for (const byte of part) state = Math.imul(state ^ byte, 0x01000193);
  }
  return Uint8Array.from({ length }, (_, index) => {
    state = Math.imul(state ^ index, 0x01000193);
    return (state >>> 13) & 0xff;
  });
}
