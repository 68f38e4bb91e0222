import type { DeviceId } from '#domain/scalars.ts';
import type { Surveys } from '#server/storage/port.ts';

import { memoryStorage, type MemoryTables, memoryTransaction, rowsIn } from './memory-storage.ts';

/** Looks at the maps of a server in memory, as `npm run verify` looks at a file. */
export function memorySurveys(tables: MemoryTables): Surveys {
  const { branches, setting, close } = memoryStorage(tables);
  return {
    branches,
    setting,
    close,
    survey: async (branch, look) =>
      look({
        ...memoryTransaction(tables, branch, []),
        commits: async (after, limit) =>
          rowsIn(tables.commits, branch)
            .filter((commit) => commit.number > after)
            .toSorted((a, b) => a.number - b.number)
            .slice(0, limit),
        audiences: async () => [...new Set(rowsIn(tables.feed, branch).map(({ audience }) => audience))],
        devices: async () => {
          const lasts = new Map<DeviceId, number>();
          for (const { device, number } of tables.log.values())
            lasts.set(device, Math.max(number, lasts.get(device) ?? 0));
          return [...lasts].map(([device, last]) => ({ device, last }));
        },
        segments: async (device) =>
          [...tables.segments.values()]
            .filter((segment) => segment.device === device)
            .toSorted((a, b) => a.firstNumber - b.firstNumber || a.count - b.count),
      }),
  };
}
