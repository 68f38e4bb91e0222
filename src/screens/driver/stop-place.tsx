import type { ReactElement } from 'react';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '../common/words.ts';
import { StopNews } from './stop-news.tsx';
import { ContactLinks } from './contact-links.tsx';
import { windowText } from './run-title.ts';

export type StopPlaceProps = { readonly view: RunInFull; readonly stop: StopProgress };

/** Where it is and whom to call. */
export function StopPlace({ view, stop }: StopPlaceProps): ReactElement {
  const { stop: words } = useWords('driver');
  const place = view.placesById.get(stop.checkpoint);
  const landmark = place?.landmark ?? '';
  return (
    <Stack gap="small">
      <StopNews view={view} stop={stop} />
      {landmark === '' ? null : <p>{landmark}</p>}
      <p>{[place && words.code(place.code), view.window && windowText(view.window)].filter(Boolean).join(' · ')}</p>
      <ContactLinks phone={place?.phone} position={place?.position} />
    </Stack>
  );
}
