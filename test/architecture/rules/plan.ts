import { ROOMS } from '../rooms.ts';
import type { Rule } from '../rule.ts';
import { isSource, roomOf } from '../source-file.ts';

export const everyRoomIsKnown: Rule = {
  name: 'every folder of src is in the table, and nothing lies loose in src',
  sees: isSource,
  check: (files) =>
    files
      .filter((file) => isSource(file) && file.path !== 'src/DECISIONS.md')
      .filter((file) => ROOMS[roomOf(file.path) ?? ''] === undefined)
      .map((file) => ({ path: file.path, line: 1, what: 'lies in no room of the table' })),
  broken: [{ 'src/utils/a.ts': '' }, { 'src/loose.ts': '' }, { 'src/attic/picture.svg': '' }],
  kept: { 'src/lib/a.ts': '', 'src/DECISIONS.md': '' },
};
