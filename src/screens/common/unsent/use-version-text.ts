import type { PlanVersion } from '#domain/views/plan-version.ts';
import type { VersionNames } from '#store/queries/disagreement.ts';
import { names } from '#store/queries/names.ts';
import { useSettings } from '../settings.tsx';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';
import { versionText } from './version-text.ts';

/** Tells versions in a line each; undefined until this phone's names are known. */
export function useVersionText(called: VersionNames | undefined): ((version: PlanVersion) => string) | undefined {
  const words = useWords('coverage');
  const supply = useWords('supply');
  const { language } = useSettings();
  const known = useQuery(names);
  if (known.type === 'unknown' || called === undefined) return undefined;
  const telling = { ...known.value, ...called, words, supply, language };
  return (version) => versionText(version, telling);
}
