import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';

/** That a person was erased: ids only, which mean nothing any more to whoever has not got what is gone. */
export type Erasure = {
  readonly branch: BranchId;
  readonly member: RowId;
  /** The phones that were theirs, and how far the log of each is erased. */
  readonly through: ReadonlyMap<DeviceId, number>;
};

/** Who was ever erased, outside the database: a restored backup does not know it. Append-only, a person in each line. */
export type ErasedList = {
  readonly all: () => readonly Erasure[];
  /** Durable when it returns. */
  readonly add: (erasure: Erasure) => void;
};

const OWNER_ONLY = 0o600;
/** A line that was cut short by a crash is none: what it was to say was never committed either. */
const LINE = /^(\w+) ([\w.]+) ((?:[0-9a-z]{16}:\d+,)*)\.$/;

/** The list in a file; the file is made with the first person. */
export function erasedListFile(file: string): ErasedList {
  const known = [...readErased(file)];
  return {
    all: () => known,
    add: (erasure) => {
      const handle = openSync(file, 'a', OWNER_ONLY);
      writeSync(handle, `\n${lineOf(erasure)}\n`);
      fsyncSync(handle);
      closeSync(handle);
      known.push(erasure);
    },
  };
}

/** A list for as long as the process lives. */
export function erasedListInMemory(): ErasedList {
  const known: Erasure[] = [];
  return { all: () => known, add: (erasure) => void known.push(erasure) };
}

function readErased(file: string): readonly Erasure[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, branch, member, logs = ''] = LINE.exec(line) ?? [];
      if (branch === undefined || member === undefined) return [];
      const through = logs.split(',').filter((log) => log !== '');
      return [
        {
          branch: branch as BranchId,
          member: member as RowId,
          through: new Map(through.map((log) => [log.slice(0, 16) as DeviceId, Number(log.slice(17))])),
        },
      ];
    });
}

function lineOf({ branch, member, through }: Erasure): string {
  return `${branch} ${member} ${[...through].map(([device, last]) => `${device}:${last},`).join('')}.`;
}
