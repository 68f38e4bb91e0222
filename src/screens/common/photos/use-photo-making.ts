import { useState } from 'react';
import { err } from '#lib/result.ts';
import type { Body } from '#domain/rows.ts';
import { keepPicture } from '#store/pictures.ts';
import { makePicture, type PictureFailure } from '#sync/make-picture.ts';
import { useClient } from '../client.tsx';
import { type Saving, useSave } from '../use-save.ts';

export type PhotoMaking = {
  readonly type: 'ready' | 'making';
  readonly failure: PictureFailure['code'] | 'full' | 'tooMany' | 'twice' | undefined;
  readonly saving: Saving;
  readonly make: (file: Blob) => Promise<void>;
};

/**
 *   ready --a file--> making --picture kept, then its record saved--> ready
 *                        `--no picture, no room--> ready, with the failure
 */
export function usePhotoMaking(of: Pick<Body<'photo'>, 'delivery' | 'run' | 'on'>): PhotoMaking {
  const { store } = useClient();
  const saving = useSave();
  const [type, setType] = useState<PhotoMaking['type']>('ready');
  const [failure, setFailure] = useState<PhotoMaking['failure']>(undefined);
  const make = async (file: Blob): Promise<void> => {
    setType('making');
    setFailure(undefined);
    try {
      // A file that is gone from its disk or its cloud meanwhile rejects.
      const made = await makePicture(file).catch(() => err({ code: 'unreadable' } as const));
      const kept = made.ok ? await keepPicture(store, made.value.hash, made.value.bytes) : made;
      if (made.ok && kept.ok) {
        const { delivery, run, on } = of;
        const picture = { hash: made.value.hash, byteCount: made.value.bytes.length };
        await saving.save({ name: 'photoAdd', args: { delivery, run, on, ...picture } });
      } else if (!kept.ok) setFailure(kept.error.code);
    } finally {
      setType('ready');
    }
  };
  return { type, failure, saving, make };
}
