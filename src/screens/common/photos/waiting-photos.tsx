import type { ReactElement } from 'react';
import { formatBytes } from '#i18n/format.ts';
import type { WaitingPicture } from '#store/queries/picture-standings.ts';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';

/** Pictures that are still on this phone: their records do not wait for them. */
export function WaitingPhotos({ pictures }: { readonly pictures: readonly WaitingPicture[] }): ReactElement {
  const words = useWords('photos');
  const { language } = useSettings();
  const bytes = pictures.reduce((sum, { body }) => sum + body.byteCount, 0);
  return (
    <Section heading={words.waitingHeading}>
      <p>{words.waiting(pictures.length, formatBytes(bytes, language))}</p>
    </Section>
  );
}
