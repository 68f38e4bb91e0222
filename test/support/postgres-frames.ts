/** Bytes of the PostgreSQL wire protocol, as far as somebody between client and server must understand them. */
export type Chunk = Uint8Array;

export type Piece =
  /** Messages up to one that asks for an answer: to be executed together. */
  | { readonly type: 'batch'; readonly bytes: Chunk }
  /** A wish for TLS or GSS encryption, answered with one letter. */
  | { readonly type: 'refuseEncryption' };

export type SessionStatus = 'idle' | 'inTransaction';

const TLS_WISH = 80_877_103;
const GSS_WISH = 80_877_104;
const ANSWERED = new Set(['Q', 'S', 'H', 'F']);
const FAREWELL = 'X';

/** Cuts what a client sends, in whatever pieces it arrives, into batches. One reader belongs to one connection. */
export function createFrameReader(): (bytes: Chunk) => Piece[] {
  let rest: Chunk = new Uint8Array();
  let batch: Chunk = new Uint8Array();
  let hasBegun = false;

  const takeMessage = (): Piece | undefined => {
    const typeLength = hasBegun ? 1 : 0;
    if (rest.length < typeLength + 4) return undefined;
    const length = typeLength + viewOf(rest).getUint32(typeLength);
    if (rest.length < length) return undefined;
    const message = rest.slice(0, length);
    rest = rest.slice(length);
    return hasBegun ? added(message) : greeting(message);
  };
  const greeting = (message: Chunk): Piece => {
    const code = viewOf(message).getUint32(4);
    if (code === TLS_WISH || code === GSS_WISH) return { type: 'refuseEncryption' };
    hasBegun = true;
    return { type: 'batch', bytes: message };
  };
  const added = (message: Chunk): Piece => {
    const type = String.fromCharCode(message[0] ?? 0);
    if (type === FAREWELL) return { type: 'batch', bytes: new Uint8Array() };
    batch = concatenated(batch, message);
    if (!ANSWERED.has(type)) return { type: 'batch', bytes: new Uint8Array() };
    const bytes = batch;
    batch = new Uint8Array();
    return { type: 'batch', bytes };
  };
  return (bytes) => {
    rest = concatenated(rest, bytes);
    const pieces: Piece[] = [];
    for (let piece = takeMessage(); piece !== undefined; piece = takeMessage()) {
      if (piece.type !== 'batch' || piece.bytes.length > 0) pieces.push(piece);
    }
    return pieces;
  };
}

/** What the last "ready for query" of an answer says; an answer without one leaves the session where it was. */
export function statusAfter(answer: Chunk): SessionStatus {
  let status: SessionStatus = 'inTransaction';
  for (let at = 0; at + 5 <= answer.length; at += 1 + viewOf(answer).getUint32(at + 1)) {
    if (answer[at] === 'Z'.charCodeAt(0)) status = answer[at + 5] === 'I'.charCodeAt(0) ? 'idle' : 'inTransaction';
  }
  return status;
}

function viewOf(bytes: Chunk): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function concatenated(first: Chunk, second: Chunk): Chunk {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
