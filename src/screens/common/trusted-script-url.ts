/**
 * The page's policy (`require-trusted-types-for 'script'`) refuses a plain string where a script is named. This is the one
 * policy by which the app names its own worker scripts; the server's headers must allow it by this name.
 */
const POLICY = 'dastarkhan-scripts';

type NameScript = (url: string) => string;

interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: NameScript },
  ) => { readonly createScriptURL: NameScript };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/**
 * Names a script of our own origin, for `new Worker()` and `serviceWorker.register()`; throws for any other, which would
 * be a bug. Where the browser knows Trusted Types the answer is its object, though the DOM's types call it a string.
 */
export const trustedScriptUrl: NameScript = createNaming();

function createNaming(): NameScript {
  const policy = window.trustedTypes?.createPolicy(POLICY, { createScriptURL: ownUrl });
  return policy === undefined ? ownUrl : (url) => policy.createScriptURL(url);
}

function ownUrl(url: string): string {
  if (new URL(url, window.location.href).origin === window.location.origin) return url;
  throw new Error(`A script from elsewhere was named: ${url}`);
}
