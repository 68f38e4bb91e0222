import { useState, type ReactElement } from 'react';
import { type KnownPhoto, photosOfRun } from '#store/queries/photos.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { PhotoView } from '../../common/photos/photo-view.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import type { RunShown } from './run-shown.ts';
import styles from './run.module.css';

/** What drivers photographed on a run. Only what somebody here has looked at can be shown to sponsors. */
export function RunPhotos({ record, naming }: RunShown): ReactElement | null {
  const words = useWords('photos');
  const { photos } = useWords('pledges');
  const answer = useQuery(photosOfRun, record.id);
  if (answer.type === 'unknown' || answer.value.length === 0) return null;
  const placeOf = (photo: KnownPhoto): string => {
    const row = record.deliveries.find(({ id }) => id === photo.body.delivery);
    return row === undefined ? '' : naming.place(row.body.checkpoint);
  };
  return (
    <Section heading={words.heading}>
      <Stack>
        <p className={styles['quiet']}>{photos.lookFirst}</p>
        {answer.value.map((photo) => (
          <RunPhoto key={photo.id} photo={photo} label={photos.ofGoodsAt(placeOf(photo))} />
        ))}
      </Stack>
    </Section>
  );
}

function RunPhoto({ photo, label }: { readonly photo: KnownPhoto; readonly label: string }): ReactElement {
  const words = useWords('photos');
  const saving = useSave();
  const [isOpen, setOpen] = useState(false);
  const [isSeen, setSeen] = useState(false);
  const isReleased = photo.body.status === 'released';
  const { id } = photo;
  return (
    <Stack gap="small">
      <p>{isReleased ? `${label} · ${words.released}` : label}</p>
      {isOpen ? (
        <PhotoView photo={photo} label={label} onShown={() => setSeen(true)} />
      ) : (
        <Button size="dense" onPress={() => setOpen(true)}>
          {words.look}
        </Button>
      )}
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
      {isSeen && !isReleased ? (
        <Button
          size="dense"
          look="primary"
          once={saving.tap}
          onPress={() => void saving.save({ name: 'photoRelease', args: { photo: id } })}
        >
          {words.release}
        </Button>
      ) : null}
      <Button
        size="dense"
        once={saving.tap}
        onPress={() => void saving.save({ name: 'photoWithdraw', args: { photo: id } })}
      >
        {words.takeAway}
      </Button>
    </Stack>
  );
}
