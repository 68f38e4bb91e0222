import { useEffect, useState, type ReactElement } from 'react';
import { browserClock, browserTimer } from '#store/browser-time.ts';
import type { KnownPhoto } from '#store/queries/photos.ts';
import { showPhoto } from '#sync/show-photo.ts';
import { webRandom } from '#sync/web-crypto.ts';
import { useClient } from '../client.tsx';
import { useWords } from '../words.ts';
import styles from './photos.module.css';

const ports = {
  network: { fetch: (path: string, init: RequestInit) => fetch(path, init), timer: browserTimer },
  clock: browserClock,
  random: webRandom,
};

export type PhotoViewProps = {
  readonly photo: KnownPhoto;
  readonly label: string;
  readonly onShown?: (() => void) | undefined;
};

/** The picture of a photo, or why there is none to be seen. */
export function PhotoView({ photo, label, onShown }: PhotoViewProps): ReactElement {
  const words = useWords('photos');
  const shown = useShown(photo);
  if (shown.type === 'shown')
    return <img className={styles['picture']} src={shown.address} alt={label} onLoad={onShown} />;
  return <p role="status">{words[shown.type]}</p>;
}

type Shown =
  | { readonly type: 'shown'; readonly address: string }
  | { readonly type: 'looking' | 'notThere' | 'unreachable' };

/** The picture has an address within this page for as long as it is shown. */
function useShown({ id, body: { hash }, isHere }: KnownPhoto): Shown {
  const { store } = useClient();
  const [shown, setShown] = useState<Shown>({ type: 'looking' });
  useEffect(() => {
    let isOver = false;
    let made: string | undefined;
    void showPhoto(store, id, hash, ports).then((answer) => {
      if (isOver) return;
      if (answer.type !== 'shown') return setShown({ type: answer.type });
      made = URL.createObjectURL(new Blob([answer.picture], { type: 'image/jpeg' }));
      setShown({ type: 'shown', address: made });
    });
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [store, id, hash, isHere]);
  return shown;
}
