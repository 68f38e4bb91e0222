import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Golden vectors: what every client and every server must write and read, to the byte. Bytes are in hexadecimal. */
export type Vectors = {
  /** A log of one of each mutation: arguments, entry bytes, and the log's hash after it. */
  readonly log: {
    readonly branch: string;
    readonly entries: readonly {
      readonly number: number;
      readonly claimedAt: number;
      readonly name: string;
      readonly version: number;
      readonly args: unknown;
      readonly entry: string;
      readonly hash: string;
    }[];
  };
  /** Names that are hashes. */
  readonly names: {
    readonly signKey: string;
    readonly device: string;
    readonly secret: string;
    readonly invite: string;
  };
  /** The first three entries under one signature, and the same with the higher s, which must be refused. */
  readonly segment: {
    readonly organisation: string;
    readonly device: string;
    readonly publicKey: string;
    readonly bytes: string;
    readonly highSignature: string;
  };
  /** Statements of a server: as values with bytes as `{ hex }`, and signed. */
  readonly statements: {
    readonly publicKey: string;
    readonly credential: Statement;
    readonly acknowledgement: Statement;
  };
  /** What a device signs of a request. */
  readonly request: {
    readonly body: string;
    readonly parts: {
      readonly method: 'POST';
      readonly target: string;
      readonly digestBase64: string;
      readonly createdAtSeconds: number;
      readonly keyId: string;
      readonly challenge: string | null;
    };
    readonly base: string;
    readonly publicKey: string;
    readonly signature: string;
  };
};
export type Statement = { readonly value: unknown; readonly statement: string; readonly signature: string };

export const VECTORS_FILE = join(import.meta.dirname, '..', 'vectors', 'version-1.json');

export function readVectors(): Vectors {
  return JSON.parse(readFileSync(VECTORS_FILE, 'utf8')) as Vectors;
}

/** A value for JSON: bytes become `{ hex }`. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString('hex') };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
}

/** The value that JSON stands for. */
export function fromPlain(plain: unknown): unknown {
  if (Array.isArray(plain)) return plain.map(fromPlain);
  if (typeof plain !== 'object' || plain === null) return plain;
  if ('hex' in plain && typeof plain.hex === 'string') return new Uint8Array(Buffer.from(plain.hex, 'hex'));
  return Object.fromEntries(Object.entries(plain).map(([key, inner]) => [key, fromPlain(inner)]));
}

export function unhex(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
