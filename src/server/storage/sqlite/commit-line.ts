import type { statements } from './rows.ts';

/** Requests that share one commit and so one wait for the disk: enough to keep up, few enough to stay quick. */
const GROUP_LIMIT = 32;

type Waiting = {
  readonly perform: () => Promise<void>;
  readonly fail: (cause: unknown) => void;
  readonly settle: () => void;
};

/** Performs work alone, and resolves when what it wrote is durable. */
export type CommitLine = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * One writer: works wait in line, and those that wait together are committed together, each in a savepoint of its own,
 * so that one which fails takes nothing of the others with it.
 */
export function commitLine(sql: ReturnType<typeof statements>, isInTransaction: () => boolean): CommitLine {
  let line: Waiting[] = [];
  let isRunning = false;

  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    while (line.length > 0) {
      const group = line.slice(0, GROUP_LIMIT);
      line = line.slice(GROUP_LIMIT);
      try {
        await commitGroup(sql, group);
        for (const waiting of group) waiting.settle();
      } catch (cause) {
        if (isInTransaction()) sql('ROLLBACK').run();
        for (const waiting of group) waiting.fail(cause);
      }
    }
    isRunning = false;
  };
  return <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | undefined;
      line.push({
        perform: async () => {
          result = { value: await work() };
        },
        fail: reject,
        settle: () => {
          if (result !== undefined) resolve(result.value);
        },
      });
      void run();
    });
}

async function commitGroup(sql: ReturnType<typeof statements>, group: readonly Waiting[]): Promise<void> {
  sql('BEGIN IMMEDIATE').run();
  for (const waiting of group) {
    sql('SAVEPOINT request').run();
    try {
      await waiting.perform();
    } catch (cause) {
      sql('ROLLBACK TO request').run();
      waiting.fail(cause);
    }
    sql('RELEASE request').run();
  }
  sql('COMMIT').run();
}
