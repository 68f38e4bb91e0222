import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { sha256 } from '../auth/node-crypto.ts';
import { isFromThisComputer } from './address.ts';

/**
 * Whether the operator asks: from this computer itself, or with the token of METRICS_TOKEN. What a proxy passes on comes from this
 * computer too, and says so in a header.
 */
export function isOperator(context: Context, token: string | null): boolean {
  const sent = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  return sent !== undefined && token !== null ? isSame(sent, token) : isFromThisComputer(context);
}

/** In the same time whatever is wrong with it. */
function isSame(sent: string, token: string): boolean {
  const [a, b] = [sent, token].map((text) => sha256(new TextEncoder().encode(text)));
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
