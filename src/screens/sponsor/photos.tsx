import { useEffect, useState, type ReactElement } from 'react';
import type { SponsorLink, SponsorPage } from '#sync/sponsor-link.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import { MAX_SHOWN_RUNS } from './max-shown-runs.ts';
import styles from './photos.module.css';
import { whenAndWhere } from './texts.ts';

export type PhotosProps = { readonly page: SponsorPage; readonly link: SponsorLink };

/** What organisers have released, run by run. */
export function Photos({ page, link }: PhotosProps): ReactElement {
  const words = useWords('sponsor');
  const { language } = useSettings();
  return (
    <Section heading={words.photos}>
      <Stack>
        {page.runs.slice(0, MAX_SHOWN_RUNS).flatMap((run) => {
          const district = run.districts.length === 0 ? words.noDistrict : run.districts.join(', ');
          const title = whenAndWhere({ ...run, district }, language);
          return run.photos.map((hash) => <Photo key={`${title} ${hash}`} hash={hash} title={title} link={link} />);
        })}
      </Stack>
    </Section>
  );
}

/** A picture costs as much as the whole page: it is fetched when it is asked for, and asked for again when it did not come. */
function Photo({
  hash,
  title,
  link,
}: { readonly hash: string; readonly title: string } & Pick<PhotosProps, 'link'>): ReactElement {
  const words = useWords('sponsor');
  const [askedCount, setAskedCount] = useState(0);
  const [address, setAddress] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    if (askedCount === 0) return;
    let isOver = false;
    let made: string | undefined;
    void link.photo(hash).then((picture) => {
      if (isOver) return;
      made = picture === null ? undefined : URL.createObjectURL(picture);
      setAddress(made ?? null);
    });
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [askedCount, hash, link]);
  return (
    <figure className={styles['photo']}>
      {typeof address === 'string' ? (
        <img className={styles['picture']} src={address} alt={words.photoOf(title)} />
      ) : (
        <Button
          isBusy={askedCount > 0 && address === undefined}
          onPress={() => {
            setAddress(undefined);
            setAskedCount(askedCount + 1);
          }}
        >
          {words.photoLook}
        </Button>
      )}
      <figcaption>{address === null ? `${title}: ${words.photoNotHere}` : title}</figcaption>
    </figure>
  );
}
