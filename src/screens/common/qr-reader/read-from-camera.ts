import { createQrReader } from './qr-reader.ts';

export type CameraEvents = {
  /** Told for every picture that was read, the same one again and again while it is held before the camera. */
  readonly onRead: (text: string) => void;
  /** No camera, no permission, or no way to read pictures here. */
  readonly onFailed: () => void;
};

/** A pause between two looks: a cheap phone must stay cool, and a hand holds still for longer than this. */
const PAUSE_MS = 120;

/** Opens the camera at the back, shows it in the video, and reads QR pictures until the function that it gives is called. */
export function readFromCamera(video: HTMLVideoElement, events: CameraEvents): () => void {
  const stopping = new AbortController();
  look(video, events, stopping.signal).catch(() => {
    if (!stopping.signal.aborted) events.onFailed();
  });
  return () => stopping.abort();
}

async function look(video: HTMLVideoElement, events: CameraEvents, signal: AbortSignal): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const reader = createQrReader();
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
    reader.close();
    video.srcObject = null;
  };
  signal.addEventListener('abort', stop);
  if (signal.aborted) return stop();
  video.srcObject = stream;
  await video.play();
  await readUntil(signal, async () => {
    const text = await reader.read(video);
    if (text !== undefined && !signal.aborted) events.onRead(text);
  });
}

async function readUntil(signal: AbortSignal, read: () => Promise<void>): Promise<void> {
  for (let isOver = signal.aborted; !isOver; isOver = signal.aborted) {
    await read();
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });
}
