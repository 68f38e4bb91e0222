import { branchNames, type NamedBranch } from '#store/queries/branch-names.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';

export type NamedBranches = readonly NamedBranch[];

/** The branches of this phone by what they are called, as people read it. */
export function useBranchNames(): NamedBranches {
  const { branches: words } = useWords('organiser');
  const known = useQuery(branchNames);
  if (known.type === 'unknown') return [];
  return known.value.map(({ branch, name }) => ({ branch, name: name === '' ? words.nameless : name }));
}
