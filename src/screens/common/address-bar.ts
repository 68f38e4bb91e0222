/** Where in the app one is. */
export type Address = { readonly pathname: string; readonly search: string; readonly hash: string };

/** The browser's address bar and its history; a list in tests. */
export type AddressBar = {
  readonly read: () => Address;
  readonly go: (to: string, how: 'push' | 'replace') => void;
  /** So many steps through the history: -1 is back. */
  readonly step: (steps: number) => void;
  /** Tells of every change until the function that it gives is called. */
  readonly listen: (listener: () => void) => () => void;
};

/** The address bar of this window. A new place begins at its top; the browser itself finds the old spot on the way back. */
export function browserAddressBar(): AddressBar {
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  return {
    read: () => readAddress(window.location),
    go: (to, how) => {
      if (how === 'replace') window.history.replaceState(null, '', to);
      else window.history.pushState(null, '', to);
      window.scrollTo(0, 0);
      tell();
    },
    step: (steps) => window.history.go(steps),
    listen: (listener) => {
      listeners.add(listener);
      window.addEventListener('popstate', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('popstate', listener);
      };
    },
  };
}

/** An address bar in memory. */
export function memoryAddressBar(...visited: readonly string[]): AddressBar {
  const places = visited.length === 0 ? ['/'] : [...visited];
  let at = places.length - 1;
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  return {
    read: () => readAddress(new URL(places[at] ?? '/', 'https://memory.invalid')),
    go: (to, how) => {
      if (how === 'push') at += 1;
      places.splice(at, places.length, to);
      tell();
    },
    step: (steps) => {
      at = Math.min(places.length - 1, Math.max(0, at + steps));
      tell();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readAddress({ pathname, search, hash }: Address): Address {
  return { pathname, search, hash };
}
