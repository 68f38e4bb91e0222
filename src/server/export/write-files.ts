import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WriteFile } from './export-branch.ts';

const OWNER_ONLY = 0o600;
const OWNERS_FOLDER = 0o700;
/** Pieces are gathered to about this many characters before they go to the disk. */
const GATHERED = 65_536;

/** Writes files into a folder that only the operator can read. */
export function fileWriter(folder: string): WriteFile {
  return (name, pieces) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true, mode: OWNERS_FOLDER });
    const handle = openSync(file, 'wx', OWNER_ONLY);
    let gathered = '';
    for (const piece of pieces) {
      gathered += piece;
      if (gathered.length < GATHERED) continue;
      writeSync(handle, gathered);
      gathered = '';
    }
    writeSync(handle, gathered);
    fsyncSync(handle);
    closeSync(handle);
  };
}
