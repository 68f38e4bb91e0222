import type { Clock, Sign, Timer } from '#lib/ports.ts';

/** What the store needs of the outside. */
export type StorePorts = {
  /** The database's name; tests open several in one process. */
  readonly name: string;
  readonly clock: Clock;
  readonly timer: Timer;
  /** Signs with a key of the `keys` table. */
  readonly signWith: (key: CryptoKey) => Sign;
  readonly disk: Disk;
  readonly marker: Marker;
};

/** What the browser tells of its storage; null where it does not tell. */
export type Disk = {
  readonly persist: () => Promise<boolean | null>;
  readonly usedBytes: () => Promise<number | null>;
};

/**
 * A word outside the database that says "this phone was enrolled", and nothing more: when the browser has cleared the
 * database, the app must say so, instead of looking new.
 */
export type Marker = {
  readonly isSet: () => Promise<boolean>;
  readonly set: () => Promise<void>;
  readonly remove: () => Promise<void>;
};
