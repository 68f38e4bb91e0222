/** The word that workbox-window's `messageSkipWaiting()` sends. */
export const ACTIVATE_NOW = 'SKIP_WAITING';
