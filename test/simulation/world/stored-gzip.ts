import { crc32 } from 'node:zlib';

const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
/** A stored block holds no more. */
const MOST_IN_BLOCK = 65_535;
const LAST_BLOCK = 1;

/** The bytes in gzip's form, and no smaller (RFC 1951, 3.2.4): making a packer's tables costs a world more than all else that it sends. */
export function stored(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [Uint8Array.from(HEADER)];
  for (let from = 0; from === 0 || from < bytes.length; from += MOST_IN_BLOCK) {
    const block = bytes.subarray(from, from + MOST_IN_BLOCK);
    const head = Buffer.alloc(5);
    head.writeUInt8(from + MOST_IN_BLOCK < bytes.length ? 0 : LAST_BLOCK, 0);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(~block.length & MOST_IN_BLOCK, 3);
    parts.push(head, block);
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(bytes), 0);
  tail.writeUInt32LE(bytes.length, 4);
  return Uint8Array.from(Buffer.concat([...parts, tail]));
}
