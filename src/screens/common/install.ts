import { create } from 'zustand';

/** What browsers hand over when the app could be put on the home screen; it is not in TypeScript's DOM. */
type InstallEvent = Event & { readonly prompt: () => Promise<unknown> };

export type Install = {
  /** Asks the browser to ask the person; undefined where it cannot be asked, or the app is installed. */
  readonly ask: (() => void) | undefined;
};

export const useInstall = create<Install>(() => ({ ask: undefined }));

/** Keeps the browser's offer until somebody wants it: on the phone's own screen, and not in anybody's way. */
export function watchInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    const offered = event as InstallEvent;
    useInstall.setState({
      ask: () => {
        useInstall.setState({ ask: undefined });
        offered.prompt().catch(() => undefined);
      },
    });
  });
  window.addEventListener('appinstalled', () => useInstall.setState({ ask: undefined }));
}

/** True when the app runs from the home screen; browsers keep its storage more readily then. */
export function isInstalled(): boolean {
  return window.matchMedia('(display-mode: standalone)').matches;
}

/** On iOS the home screen's app and Safari's tabs keep their storage apart, and nobody is asked: a person taps Share. */
export function isTabOfIphone(): boolean {
  return (
    'standalone' in navigator &&
    navigator.standalone !== true &&
    /iPhone|iPad|Macintosh/.test(navigator.userAgent) &&
    navigator.maxTouchPoints > 1
  );
}
