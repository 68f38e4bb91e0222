import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** This computer and the networks behind a door: where a reverse proxy of ours may be, and no stranger. */
const NEAR =
  /^(?:::1|(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+|f[cd][\da-f]{2}:[\da-f:]+)$/i;

/**
 * Whom a rate is counted for: the address, and of IPv6 the half that a provider gives to one customer. Behind a proxy of
 * ours it is the last one of `x-forwarded-for`, which the proxy itself wrote; what stands before came from outside.
 */
export function askerOf(context: Context): string {
  const remote = remoteOf(context);
  const told = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return networkOf(told !== undefined && NEAR.test(remote) ? told : remote);
}

function remoteOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    // Asked without a socket, as tests do: as if from this computer.
    return '127.0.0.1';
  }
}

function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '');
  const [left = '', right] = address.toLowerCase().split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros =
    right === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
