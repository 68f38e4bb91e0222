import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { DeviceId } from '#domain/scalars.ts';

/**
 * The devices that were ever revoked, outside the database: a restored backup knows only of those that were revoked before
 * it was made. Append-only, a device's id in each line; no names.
 */
export type RevokedList = {
  readonly has: (device: DeviceId) => boolean;
  /** Durable when it returns. */
  readonly add: (device: DeviceId) => void;
};

const OWNER_ONLY = 0o600;
/** A line that was cut short by a crash is none: what it was to say was never committed either. */
const DEVICE = /^[0-9a-z]{16}$/;

/** The list in a file; the file is made with the first device. */
export function revokedListFile(file: string): RevokedList {
  const known = new Set(readRevoked(file));
  return {
    has: (device) => known.has(device),
    add: (device) => {
      const handle = openSync(file, 'a', OWNER_ONLY);
      // The line before may have been cut short: this one begins anew.
      writeSync(handle, `\n${device}\n`);
      fsyncSync(handle);
      closeSync(handle);
      known.add(device);
    },
  };
}

/** A list for as long as the process lives. */
export function revokedListInMemory(): RevokedList {
  const known = new Set<DeviceId>();
  return { has: (device) => known.has(device), add: (device) => void known.add(device) };
}

/** The devices in a list's file; none when it is not there. */
export function readRevoked(file: string): readonly DeviceId[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => DEVICE.test(line)) as DeviceId[];
}
