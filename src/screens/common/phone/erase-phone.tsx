import { useState, type ReactElement } from 'react';
import { dropBranches } from '#store/branch-memories.ts';
import { eraseFormers } from '#store/former-memory.ts';
import { formerHolders } from '#store/queries/former-holders.ts';
import { waitingPictures } from '#store/queries/picture-standings.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useClient } from '../client.tsx';
import { dropMap } from '../map/kept-map.ts';
import { LostPhotos } from '../photos/lost-photos.tsx';
import { SaveAsFile } from '../unsent/save-as-file.tsx';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';

/** The only act of the app that asks first; it is not offered while a record is on this phone alone, and says how many photos are. */
export function ErasePhone(): ReactElement | null {
  const { phone, actions } = useWords('common');
  const { store, sync } = useClient();
  const count = useQuery(unsentCount);
  const [isAsking, setAsking] = useState(false);
  const [isExported, setExported] = useState(false);
  const formers = useQuery(formerHolders);
  const pictures = useQuery(waitingPictures);
  if (count.type === 'unknown' || formers.type === 'unknown' || pictures.type === 'unknown') return null;
  const { needsYou } = count.value;
  const waiting = formers.value.filter((former) => former.unsent > 0);
  const unsent = waiting.reduce((sum, former) => sum + former.unsent, count.value.unsent);
  const isOpen = unsent > 0 || needsYou > 0;
  const erase = async (): Promise<void> => {
    sync.stop();
    await eraseFormers(store);
    await dropBranches(store);
    await dropMap();
    await store.erase();
    // Everything that is still in memory belongs to somebody whom this phone has forgotten.
    window.location.replace('/');
  };
  return (
    <>
      <Button look="danger" width="full" onPress={() => setAsking(true)}>
        {phone.erase}
      </Button>
      <Dialog
        isOpen={isAsking}
        title={phone.eraseTitle}
        closeLabel={actions.close}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{phone.eraseNo}</Button>
            {isOpen && !isExported ? null : (
              <Button look="danger" onPress={() => void erase()}>
                {phone.eraseYes}
              </Button>
            )}
          </>
        }
      >
        {pictures.value.length === 0 ? null : <LostPhotos count={pictures.value.length} />}
        {isOpen ? (
          <>
            <Banner tone="warn" title={unsent > 0 ? phone.eraseUnsent(unsent) : phone.eraseUnseen(needsYou)} />
            <SaveAsFile onSaved={() => setExported(true)} />
            {waiting.map(({ device }) => (
              <SaveAsFile key={device} former={device} />
            ))}
          </>
        ) : (
          <p>{phone.eraseSafe}</p>
        )}
      </Dialog>
    </>
  );
}
