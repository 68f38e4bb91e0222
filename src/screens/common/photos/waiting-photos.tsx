import type { ReactElement } from 'react';
import { formatBytes } from '#i18n/format.ts';
import type { PictureStanding } from '#store/queries/picture-standings.ts';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';

/** Pictures that are still on this phone: their records do not wait for them. */
export function WaitingPhotos({ pictures }: { readonly pictures: readonly PictureStanding[] }): ReactElement | null {
  const words = useWords('photos');
  const { language } = useSettings();
  const waiting = pictures.flatMap((one) =>
    one.state === 'waits' || one.state === 'ready' ? [one.body.byteCount] : [],
  );
  if (waiting.length === 0) return null;
  const bytes = waiting.reduce((sum, count) => sum + count, 0);
  return (
    <Section heading={words.waitingHeading}>
      <p>{words.waiting(waiting.length, formatBytes(bytes, language))}</p>
    </Section>
  );
}
