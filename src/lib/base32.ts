const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Crockford's base32 in lower case (https://www.crockford.com/base32.html): no i, l, o or u, so a code can be read
 * aloud. Ten bytes become sixteen characters; a remainder of bits is padded with zeros.
 */
export function bytesToBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let heldBits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    heldBits += 8;
    while (heldBits >= 5) {
      heldBits -= 5;
      text += CROCKFORD.charAt((held >> heldBits) & 31);
    }
  }
  if (heldBits > 0) text += CROCKFORD.charAt((held << (5 - heldBits)) & 31);
  return text;
}

/** What a person typed or said, as canonical base32: case, spaces and dashes do not matter, o is 0, i and l are 1. */
export function normaliseBase32(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
}

/** True when the text is base32 of exactly this many characters. */
export function isBase32(text: string, length: number): boolean {
  return text.length === length && [...text].every((character) => CROCKFORD.includes(character));
}
