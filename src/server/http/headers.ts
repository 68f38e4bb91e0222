/** The app's only Trusted Types policy: it lets its own worker scripts through. */
const TRUSTED_TYPES = 'dastarkhan-scripts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES}`,
].join('; ');

/** The one worker whose own response may compile WebAssembly: the QR reader's decoder. */
const DECODER = /^\/assets\/qr-reader-worker[\w.-]*\.js$/;
/** Where the build puts its hashed files. */
export const ASSETS = '/assets/';
const YEAR_SECONDS = 31_536_000;

/** What a page loads and no browser opens or runs by itself: a policy would say nothing there, 170 times per phone. */
const PART_OF_A_PAGE = /^\/assets\/(?!.*worker)[\w.~-]+\.(js|css|wasm|png|woff2)$/;

/** Headers of every answer; `path` decides on the decoder, on what is only a part of a page, and on caching. */
export function securityHeaders(path: string, scheme: 'http' | 'https'): Readonly<Record<string, string>> {
  if (PART_OF_A_PAGE.test(path))
    return { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' };
  return {
    'content-security-policy': DECODER.test(path)
      ? POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
      : POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    ...(scheme === 'https' ? { 'strict-transport-security': `max-age=${YEAR_SECONDS}` } : {}),
  };
}

/** Hashed files never change; everything else is asked for again each time. */
export function cacheControl(path: string): string {
  return path.startsWith(ASSETS) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
}
