import type { ReactElement } from 'react';
import { Banner } from '#ui/banner.tsx';
import { useWords } from '../words.ts';

/** Before this phone forgets: so many pictures are nowhere else, and no file takes them along. */
export function LostPhotos({ count }: { readonly count: number }): ReactElement {
  return <Banner tone="warn" title={useWords('photos').lost(count)} />;
}
