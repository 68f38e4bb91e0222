import { useMemo } from 'react';
import { coverageStanding, type CoverageStanding } from '#store/queries/coverage-standing.ts';
import { lastHeard } from '#store/queries/last-heard.ts';
import { useKept } from '../common/use-kept.ts';
import { useQuery } from '../common/use-query.ts';

/** What the board needs to know on every day; undefined until it is read. */
export function useCoverageStanding(): CoverageStanding | undefined {
  const standing = useQuery(coverageStanding);
  const heard = useQuery(lastHeard);
  return useMemo(
    () =>
      standing.type === 'unknown' || heard.type === 'unknown'
        ? undefined
        : { ...standing.value, heardByMember: heard.value },
    [standing, heard],
  );
}

/** Reads it before somebody goes to the board, and keeps it for a while after the screen is left. */
export function useKeptStanding(): void {
  useKept(coverageStanding);
  useKept(lastHeard);
}
