import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { sha256 } from '../auth/node-crypto.ts';

/**
 * Whether the operator asks: with the token of METRICS_TOKEN, and nobody without one. That somebody asks from this computer says
 * nothing: a proxy on it passes on what anybody asks, and need not say so.
 */
export function isOperator(context: Context, token: string | null): boolean {
  const sent = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  return sent !== undefined && token !== null && isSame(sent, token);
}

/** In the same time whatever is wrong with it. */
function isSame(sent: string, token: string): boolean {
  const [a, b] = [sent, token].map((text) => sha256(new TextEncoder().encode(text)));
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
