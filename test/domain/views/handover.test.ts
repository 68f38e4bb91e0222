import { expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import type { RunBody } from '#domain/run.ts';
import { latestShift, silentRuns, SILENT_MS } from '#domain/views/handover.ts';
import { breakfast } from '#test/support/breakfast.ts';

const NOW = 1_768_500_000_000;
const DRIVER = 'aigul00000000000.1' as RowId;

function overview(status: RunBody['status'], reportedAt: number | null, driver: RowId | null = DRIVER) {
  const { branch, run: id } = breakfast();
  const body = branch.body('run', id);
  if (body === undefined) throw new Error('a run');
  return {
    id,
    run: { ...body, status, driver },
    stops: [],
    doneCount: 0,
    amounts: [],
    needs: [],
    reportedAt,
    leftovers: [],
  };
}
const isSilent = (run: ReturnType<typeof overview>, heardAt: number | null) =>
  silentRuns({ runs: [run] }, () => heardAt, NOW).length === 1;

test('a run is silent when it is under way, and neither it nor the driver’s phone was heard for an hour', () => {
  const [long, short] = [NOW - SILENT_MS - 1, NOW - SILENT_MS];
  expect(isSilent(overview('underWay', long), long)).toBe(true);
  expect(isSilent(overview('underWay', null), null)).toBe(true);
  expect(isSilent(overview('underWay', null, null), short)).toBe(true);
  expect(isSilent(overview('underWay', short), long)).toBe(false);
  expect(isSilent(overview('underWay', long), short)).toBe(false);
  expect(isSilent(overview('planned', null), null)).toBe(false);
  expect(isSilent(overview('completed', long), long)).toBe(false);
});

test('the latest signature is shown, whoever’s it is', () => {
  const counts = { gaps: 0, overdue: 0, silent: 0, open: 0, promised: 0, review: 0 };
  const shift = (id: string, takenAt: number) => ({
    id: id as RowId,
    body: { counts, note: '', takenAt, member: null },
  });
  expect(latestShift([shift('a', 2), shift('b', 3), shift('c', 1)])?.id).toBe('b');
  expect(latestShift([])).toBeUndefined();
});
