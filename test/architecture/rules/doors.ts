import { type Import, importsOf } from '../imports.ts';
import { KEPT_TO_ONE_FOLDER, NODE_ROOMS, ROOMS, type Room } from '../rooms.ts';
import type { Rule } from '../rule.ts';
import { type SourceFile, type Violation, isScript, isSource, roomOf, violation } from '../source-file.ts';

const doors = (judge: (file: SourceFile, imported: Import, room: Room) => string | undefined) => {
  return (files: readonly SourceFile[]): Violation[] =>
    files.filter(isSource).flatMap((file) =>
      importsOf(file).flatMap((imported) => {
        const room = ROOMS[roomOf(file.path) ?? ''];
        const what = room === undefined ? 'lies in no room' : judge(file, imported, room);
        return what === undefined ? [] : [violation(file, { start: imported.start }, what)];
      }),
    );
};

const isSourceScript = (file: SourceFile) => isSource(file) && isScript(file);

export const roomDoors: Rule = {
  name: 'a room imports only from the rooms that the table names',
  sees: isSourceScript,
  check: doors((file, { target }, room) => {
    if (target.kind === 'unknown') return 'imports something that is computed, which no rule can follow';
    if (target.kind !== 'file') return undefined;
    const [from, to] = [roomOf(file.path), roomOf(target.path)];
    if (to === undefined) return `imports ${target.path}, which lies in no room`;
    return from === to || room.rooms.includes(to) ? undefined : `${from} may not import ${to} (${target.path})`;
  }),
  broken: [
    { 'src/lib/a.ts': "import type { B } from '#domain/b.ts';" },
    { 'src/domain/a.ts': "export { b } from '../store/b.ts';" },
    { 'src/protocol/a.ts': "export type A = import('#sync/b.ts').B;" },
    { 'src/screens/driver/a.tsx': "const a = () => import('#app/router.tsx');" },
    { 'src/app/a.ts': "const url = new URL('../worker/service-worker.ts', import.meta.url);" },
    { 'src/app/a.ts': "import { a } from '#server/a.ts';" },
    { 'src/lib/a.ts': "import { a } from '#test/lib/a.ts';" },
    { 'src/lib/a.ts': 'export const a = (name: string) => import(name);' },
    { 'src/attic/a.ts': "import { a } from '#lib/a.ts';" },
  ],
  kept: {
    'src/lib/a.ts': "import { b } from './b.ts';",
    'src/domain/a.ts': "import type { B } from '#lib/b.ts'; export * from './c/d.ts';",
    'src/screens/driver/a.tsx': "const a = () => import('#handoff/b.ts');",
  },
};

export const npmDoors: Rule = {
  name: 'a room imports only the npm packages that the table names',
  sees: isSourceScript,
  check: doors((file, { target, when }, room) => {
    if (target.kind !== 'npm' || room.npm.includes(target.name)) return undefined;
    if (room.lazyNpm?.includes(target.name) !== true) return `${roomOf(file.path)} may not import ${target.name}`;
    const isWorker = file.path.endsWith('-worker.ts');
    return when === 'always' && !isWorker ? `${target.name} may only be imported lazily` : undefined;
  }),
  broken: [
    { 'src/lib/a.ts': "import { sha256 } from '@noble/hashes/sha2.js';" },
    { 'src/ui/a.tsx': "import { create } from 'zustand';" },
    { 'src/sync/a.ts': "import type { Table } from 'dexie';" },
    { 'src/screens/organiser/a.ts': "import Papa from 'papaparse';" },
  ],
  kept: {
    'src/store/a.ts': "import { Dexie } from 'dexie'; import { sha256 } from '@noble/hashes/sha2.js';",
    'src/screens/organiser/a.ts': "import type { Parser } from 'papaparse'; const papa = () => import('papaparse');",
    'src/screens/common/read-worker.ts': "import { readBarcodes } from 'zxing-wasm/reader';",
  },
};

export const nodeDoors: Rule = {
  name: "only the server and the set-up use Node's own modules",
  sees: isSourceScript,
  check: doors((file, { target }) => {
    if (target.kind !== 'node' || NODE_ROOMS.includes(roomOf(file.path) ?? '')) return undefined;
    return `${roomOf(file.path)} may not import ${target.name}`;
  }),
  broken: [{ 'src/protocol/a.ts': "import { createHash } from 'node:crypto';" }],
  kept: { 'src/server/a.ts': "import { createHash } from 'node:crypto';" },
};

export const oneFolderDoors: Rule = {
  name: 'a database is reached only through the storage folder',
  sees: (file) => isSourceScript(file) && roomOf(file.path) === 'server',
  check: doors((file, { target }) => {
    if (target.kind !== 'npm' && target.kind !== 'node') return undefined;
    const folder = KEPT_TO_ONE_FOLDER[target.name];
    return folder === undefined || file.path.startsWith(folder) ? undefined : `${target.name} belongs to ${folder}`;
  }),
  broken: [
    { 'src/server/http/a.ts': "import { Pool } from 'pg';" },
    { 'src/server/main.ts': "import { DatabaseSync } from 'node:sqlite';" },
  ],
  kept: { 'src/server/storage/postgres/a.ts': "import { Pool } from 'pg';" },
};

const SCREENS = /^src\/screens\/([^/]+)\//;

export const screenDoors: Rule = {
  name: 'a screen visits no other screen but common',
  sees: isSourceScript,
  check: doors((file, { target }) => {
    const from = SCREENS.exec(file.path)?.[1];
    const to = target.kind === 'file' ? SCREENS.exec(target.path)?.[1] : undefined;
    if (from === undefined || to === undefined || to === from || to === 'common') return undefined;
    return `screens/${from} may not import screens/${to}`;
  }),
  broken: [
    { 'src/screens/driver/a.tsx': "import { B } from '../organiser/b.tsx';" },
    { 'src/screens/common/a.tsx': "import { B } from '#screens/enrol/b.tsx';" },
  ],
  kept: { 'src/screens/driver/a.tsx': "import { B } from '../common/b.tsx'; import { C } from './c.tsx';" },
};

export const importSpelling: Rule = {
  name: 'an import names an existing file in full: ./ inside its room, #room/ across',
  sees: isSourceScript,
  check: (files) => {
    const known = new Set(files.map((file) => file.path));
    return doors((file, { specifier, target }) => {
      if (target.kind !== 'file') return undefined;
      if (!known.has(target.path)) return `there is no ${target.path}`;
      const isInside = roomOf(file.path) === roomOf(target.path);
      if (isInside && specifier.startsWith('#')) return `${specifier} lies in this room: import it with ./ or ../`;
      return isInside || specifier.startsWith('#') ? undefined : `${specifier} lies in another room: import it with #`;
    })(files);
  },
  broken: [
    { 'src/lib/a.ts': "import { b } from './b';", 'src/lib/b.ts': 'export const b = 1;' },
    { 'src/lib/a.ts': "import { b } from '#lib/b.ts';", 'src/lib/b.ts': 'export const b = 1;' },
    { 'src/domain/a.ts': "import { b } from '../lib/b.ts';", 'src/lib/b.ts': 'export const b = 1;' },
  ],
  kept: { 'src/domain/a.ts': "import { b } from '#lib/b.ts';", 'src/lib/b.ts': 'export const b = 1;' },
};
