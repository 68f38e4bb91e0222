import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterAll, expect, test } from 'vitest';

import { holdFolder, isFolderTaken } from '#server/storage/sqlite/hold-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'dastarkhan-hold-'));
afterAll(() => rmSync(folder, { recursive: true }));

setFlagsFromString('--expose-gc');
const tidyMemory = runInNewContext('gc') as () => void;

function isTaken(): boolean {
  try {
    holdFolder(folder, 0)();
    return false;
  } catch (cause) {
    return isFolderTaken(cause);
  }
}

test('a folder stays taken though nobody keeps what lets it go and memory is tidied', async () => {
  const letGo = new WeakRef(holdFolder(folder, 0));
  await new Promise(setImmediate);
  tidyMemory();
  await new Promise(setImmediate);
  expect(letGo.deref()).toBe(undefined);
  expect(isTaken()).toBe(true);
});
