import { isBase32, normaliseBase32 } from '#lib/base32.ts';

/** Characters of an invite's secret; people see them as XXXX-XXXX-XXXX. */
export const SECRET_LENGTH = 12;

/** The secret in a link, in a scanned picture's text or in what was typed; undefined when it holds none. */
export function inviteSecretIn(text: string): string | undefined {
  const [, fragment] = /\/enrol#(.+)$/.exec(text.trim()) ?? [];
  const secret = normaliseBase32(fragment ?? text);
  return isBase32(secret, SECRET_LENGTH) ? secret : undefined;
}

/** How many characters of a secret have been typed so far. */
export function typedLength(text: string): number {
  return normaliseBase32(text).length;
}

/** As people see and type it: XXXX-XXXX-XXXX. */
export function secretToCode(secret: string): string {
  return (secret.toUpperCase().match(/.{1,4}/g) ?? []).join('-');
}
