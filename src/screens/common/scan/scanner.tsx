import { useEffect, useEffectEvent, useRef, type ReactElement } from 'react';
import { readFromCamera } from '../qr-reader/read-from-camera.ts';
import styles from './scanner.module.css';

export type ScannerProps = {
  readonly label: string;
  readonly onRead: (text: string) => void;
  readonly onFailed: () => void;
};

/** The camera's picture, read until it is taken away. */
export function Scanner({ label, onRead, onFailed }: ScannerProps): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  const read = useEffectEvent(onRead);
  const fail = useEffectEvent(onFailed);
  useEffect(() => {
    if (video.current === null) return undefined;
    return readFromCamera(video.current, { onRead: (text) => read(text), onFailed: () => fail() });
  }, []);
  return <video ref={video} className={styles['camera']} aria-label={label} muted playsInline />;
}
