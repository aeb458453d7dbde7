/** Shorter texts are not worth it. */
const WORTH_IT_BYTES = 1_024;
/** The first byte of what is deflated; no JSON begins with it. */
const DEFLATED = 0;

/**
 * UTF-8, deflated (RFC 1950) where that is worth it: a session description shrinks to a quarter, which on a slow uplink
 * saves a third of a second each way. Rejects with a `RangeError` when it is longer than `maxBytes`.
 */
export async function packText(text: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > maxBytes) throw new RangeError('Too long');
  if (bytes.length < WORTH_IT_BYTES) return bytes;
  const deflated = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Blob([new Uint8Array([DEFLATED]), await new Response(deflated).blob()]).arrayBuffer());
}

/** Rejects when it is longer than `maxBytes` or was not made by `packText`. */
export async function unpackText(packed: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<string> {
  if (packed[0] !== DEFLATED) return new TextDecoder().decode(packed);
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = new Blob([packed.subarray(1)]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      void reader.cancel();
      throw new RangeError('Too long');
    }
    text += decoder.decode(value, { stream: true });
  }
}
