import { useState, type ReactElement } from 'react';
import type { Body } from '#domain/rows.ts';
import { type KnownPhoto, photosOfRun } from '#store/queries/photos.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { useClient } from '../common/client.tsx';
import { PhotoView } from '../common/photos/photo-view.tsx';
import { usePhotoMaking } from '../common/photos/use-photo-making.ts';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useQuery } from '../common/use-query.ts';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';

export type PhotoOfGoodsProps = Pick<Body<'photo'>, 'delivery' | 'on'> & {
  readonly run: NonNullable<Body<'photo'>['run']>;
};

/** A photo of what was handed over, for whoever wants one: the delivery is recorded already, and waits for nothing. */
export function PhotoOfGoods(props: PhotoOfGoodsProps): ReactElement | null {
  const words = useWords('photos');
  const answer = useQuery(photosOfRun, props.run);
  const making = usePhotoMaking(props);
  if (answer.type === 'unknown') return null;
  const photo = answer.value.find(({ body }) => body.delivery === props.delivery);
  if (photo !== undefined) return <TakenPhoto key={photo.id} photo={photo} />;
  return (
    <Card>
      <FilePick
        label={making.type === 'making' ? words.making : words.take}
        icon="camera"
        accept="image/*"
        hint={words.noPeople}
        onPick={([file]) => {
          if (file !== undefined && making.type === 'ready') void making.make(file);
        }}
      />
      <p role="status">{making.failure === undefined ? null : words.failures[making.failure]}</p>
      <SaveTrouble saving={making.saving} onRetry={() => void making.saving.retry()} />
    </Card>
  );
}

function TakenPhoto({ photo }: { readonly photo: KnownPhoto }): ReactElement {
  const words = useWords('photos');
  const { identity } = useClient();
  const saving = useSave();
  const [isSeen, setSeen] = useState(false);
  const isOwn = photo.body.member === identity.member;
  return (
    <Card>
      <p>{photo.isHere ? words.onPhone : photo.hasArrived ? words.onServer : words.notHere}</p>
      {isSeen && photo.isHere ? <PhotoView photo={photo} label={words.ofGoods} /> : null}
      {photo.isHere && !isSeen ? (
        <Button width="full" onPress={() => setSeen(true)}>
          {words.look}
        </Button>
      ) : null}
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
      {isOwn ? (
        <Button
          width="full"
          once={saving.tap}
          onPress={() => void saving.save({ name: 'photoWithdraw', args: { photo: photo.id } })}
        >
          {words.takeAway}
        </Button>
      ) : null}
    </Card>
  );
}
