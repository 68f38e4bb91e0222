import { existsSync, statfsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm';
/** In a container it may be small; no test's database comes near this. */
const ROOM_BYTES = 256 * 1024 * 1024;

/**
 * A folder for a database that no test cuts the power of: in memory, where there is room, nobody waits for a disk at each
 * commit. What must survive the end of a process does so here too.
 */
export function quickFolder(name: string): Promise<string> {
  return mkdtemp(join(isMemoryThere() ? IN_MEMORY : tmpdir(), name));
}

function isMemoryThere(): boolean {
  if (!existsSync(IN_MEMORY)) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize > ROOM_BYTES;
}
