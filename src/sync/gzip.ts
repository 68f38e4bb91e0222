/** Compresses with the browser's own gzip. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  // Written straight into the stream: a blob would first travel to the browser's own process and back.
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const packed = new Response(readable).arrayBuffer();
  await Promise.all([writer.write(bytes), writer.close(), packed]);
  return new Uint8Array(await packed);
}

/** Reads a stream to its end, but no further than the limit: then undefined, whatever it was. */
export async function readUpTo(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
