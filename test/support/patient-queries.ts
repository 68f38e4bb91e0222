import { cleanup, configure, getConfig, prettyDOM } from '@testing-library/react';
import { flushSync } from 'react-dom';
import { afterAll } from 'vitest';

configure({
  /** The page is drawn in letters when a test fails, and not each time that something is looked for and is not there yet. */
  getElementError: (message, container) => {
    const drawn = isStillWaiting() ? '' : `\n\n${prettyDOM(container)}`;
    return Object.assign(new Error(`${message ?? ''}${drawn}`), { name: 'TestingLibraryElementError' });
  },
  /** A machine that does much else at the same time draws late, and nothing else is wrong with it. */
  asyncUtilTimeout: 15_000,
  /**
   * What a press changes is drawn before the next one, as a person's hand is slow. (Wrapped in `act`, React loses what a press
   * began if a screen that reads a promise by `use` is drawn in it.)
   */
  eventWrapper: (fire: () => unknown) => flushSync(fire),
});

/** The library sets its mark while it asks again and again, and takes it away before it tells the last error. */
function isStillWaiting(): boolean {
  const { _disableExpensiveErrorDiagnostics: isMarked } = getConfig() as {
    _disableExpensiveErrorDiagnostics?: boolean;
  };
  return isMarked === true;
}

// The next file finds the window as it was: nothing is on the screen, with work that React still has for it, and nothing is kept.
afterAll(async () => {
  cleanup();
  localStorage.clear();
  await new Promise(setImmediate);
});
