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

/** Files that not every phone holds. `src/setup/file-sets.mjs` says what belongs to each. */
export type FileSet = 'organiser' | 'sponsor' | 'map';

export type VersionStanding = {
  readonly version: NewVersion;
  /** Everybody's files are on this phone: what a driver needs opens with no network. */
  readonly isHeld: boolean;
  /** The sets that this phone asked for. What is not held needs the network. */
  readonly sets: Readonly<Partial<Record<FileSet, 'coming' | 'held' | 'notHeld'>>>;
  /** A person wants to be left alone; asked again when the app opens anew. */
  readonly isPutOff: boolean;
};

/** Set by the app, shown by every screen. */
export const useVersionStanding = create<VersionStanding>(() => ({
  version: { type: 'current' },
  isHeld: false,
  sets: {},
  isPutOff: false,
}));
