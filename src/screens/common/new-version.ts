import { create } from 'zustand';

/**
 * Where this window stands towards a newer version of the app:
 *
 *   current --a newer one is complete--> ready --somebody agrees here-----------> restarting
 *                                          `----somebody agreed in another window--> replaced (waits for its own person)
 */
export type NewVersion =
  | { readonly type: 'current' | 'restarting' }
  | { readonly type: 'ready' | 'replaced'; readonly restart: () => void };

export type VersionStanding = {
  readonly version: NewVersion;
  /** Every file of the app is on this phone: it opens with no network. */
  readonly isHeld: boolean;
  /** A person wants to be left alone; asked again when the app opens anew. */
  readonly isPutOff: boolean;
};

/** Set by the app, shown by every screen. */
export const useVersionStanding = create<VersionStanding>(() => ({
  version: { type: 'current' },
  isHeld: false,
  isPutOff: false,
}));
