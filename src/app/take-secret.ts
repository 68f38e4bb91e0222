/** The address of an invitation: the secret rides in the fragment, which no server and no chat preview ever sees. */
const ENROL_PATH = '/enrol';

/**
 * Takes the secret out of the address that opened the app, and out of the address bar: it must not lie in the history, in a
 * screenshot or in the next person's eyes.
 */
export function takeSecret(
  location: Pick<Location, 'pathname' | 'hash'>,
  history: Pick<History, 'replaceState'>,
): string | undefined {
  if (location.pathname !== ENROL_PATH) return undefined;
  const secret = location.hash.slice(1);
  history.replaceState(null, '', secret === '' ? '/' : ENROL_PATH);
  return secret === '' ? undefined : secret;
}
