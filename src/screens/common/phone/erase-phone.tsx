import { useState, type ReactElement } from 'react';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useClient } from '../client.tsx';
import { SaveAsFile } from '../unsent/save-as-file.tsx';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';

/** The only act of the app that asks first; it is not offered while something is on this phone alone. */
export function ErasePhone(): ReactElement | null {
  const { phone, actions } = useWords('common');
  const { store, sync } = useClient();
  const count = useQuery(unsentCount);
  const [isAsking, setAsking] = useState(false);
  const [isExported, setExported] = useState(false);
  if (count.type === 'unknown') return null;
  const { unsent, needsYou } = count.value;
  const isOpen = unsent > 0 || needsYou > 0;
  const erase = async (): Promise<void> => {
    sync.stop();
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
        {isOpen ? (
          <>
            <Banner tone="warn" title={unsent > 0 ? phone.eraseUnsent(unsent) : phone.eraseUnseen(needsYou)} />
            <SaveAsFile onSaved={() => setExported(true)} />
          </>
        ) : (
          <p>{phone.eraseSafe}</p>
        )}
      </Dialog>
    </>
  );
}
