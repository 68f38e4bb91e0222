import { useMemo } from 'react';
import { coverageStanding, type CoverageStanding } from '#store/queries/coverage-standing.ts';
import { lastHeard } from '#store/queries/last-heard.ts';
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
