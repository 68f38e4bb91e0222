import { useState, type ReactElement } from 'react';
import { passOn, type PassOnFailure } from '#store/pass-on.ts';
import { waitingPictures } from '#store/queries/picture-standings.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useClient } from '../client.tsx';
import { LostPhotos } from '../photos/lost-photos.tsx';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';

/** Another volunteer takes this phone: nothing unsent is in the way, since it goes on by itself as whose it is. */
export function PassPhone(): ReactElement | null {
  const { phone, actions } = useWords('common');
  const { store, sync } = useClient();
  const count = useQuery(unsentCount);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<PassOnFailure | undefined>(undefined);
  const pictures = useQuery(waitingPictures);
  if (count.type === 'unknown' || pictures.type === 'unknown') return null;
  const { unsent } = count.value;
  const photoCount = pictures.value.length;
  const pass = async (): Promise<void> => {
    const passed = await passOn(store);
    if (!passed.ok) return setFailure(passed.error);
    sync.stop();
    // Everything that is still in memory belongs to somebody whom this phone has let go.
    window.location.replace('/');
  };
  return (
    <>
      <Button width="full" icon="people" onPress={() => setAsking(true)}>
        {phone.pass}
      </Button>
      <Dialog
        isOpen={isAsking}
        title={phone.passTitle}
        closeLabel={actions.close}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{phone.eraseNo}</Button>
            <Button look="primary" onPress={() => void pass()}>
              {phone.passYes}
            </Button>
          </>
        }
      >
        <p>{phone.passLead}</p>
        {unsent > 0 ? <p>{phone.passUnsent(unsent)}</p> : null}
        {photoCount > 0 ? <LostPhotos count={photoCount} /> : null}
        {unsent === 0 && photoCount === 0 ? <p>{phone.passSent}</p> : null}
        <div role="alert">
          {failure === undefined ? null : (
            <Banner tone="warn" title={failure.code === 'needsYou' ? phone.passNeedsYou : phone.passFailed} />
          )}
        </div>
      </Dialog>
    </>
  );
}
