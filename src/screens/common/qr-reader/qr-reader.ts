import { trustedScriptUrl } from '../trusted-script-url.ts';
import type { Reading } from './qr-reader-worker.ts';
// oxlint-disable-next-line import/default -- the bundler answers with the script's address
import workerUrl from './qr-reader-worker.ts?worker&url';

export type QrReader = {
  /** The text of the QR picture that the video shows at this moment; undefined when it shows none. */
  readonly read: (video: HTMLVideoElement) => Promise<string | undefined>;
  readonly close: () => void;
};

/** The browser's own reader where there is one; it is not in TypeScript's DOM yet. */
type Detector = { readonly detect: (source: CanvasImageSource) => Promise<readonly { readonly rawValue: string }[]> };
type DetectorMaker = new (options: { readonly formats: readonly string[] }) => Detector;
declare global {
  interface Window {
    readonly BarcodeDetector?: DetectorMaker;
  }
}

/** Pictures are read at this width at most: enough for every code that people hold up, and quick on a cheap phone. */
const MAX_WIDTH = 800;

/** Throws, or fails at the first picture, where pictures cannot be read at all. */
export function createQrReader(): QrReader {
  return window.BarcodeDetector === undefined ? workerReader() : ownReader(window.BarcodeDetector);
}

/** Some phones have the reader's name and not what it needs: then ours takes over at the first picture. */
function ownReader(BarcodeDetector: DetectorMaker): QrReader {
  let instead: QrReader | undefined;
  return {
    read: async (video) => {
      if (instead !== undefined) return instead.read(video);
      try {
        const detector = new BarcodeDetector({ formats: ['qr_code'] });
        return (await detector.detect(video))[0]?.rawValue;
      } catch {
        instead = workerReader();
        return instead.read(video);
      }
    },
    close: () => instead?.close(),
  };
}

/** Only the worker's own response allows WebAssembly, so the page keeps a policy without it. */
function workerReader(): QrReader {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No canvas to take pictures from');
  return {
    read: (video) => {
      const scale = Math.min(1, MAX_WIDTH / video.videoWidth);
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      if (canvas.width === 0 || canvas.height === 0) return Promise.resolve(undefined);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      return ask(worker, context.getImageData(0, 0, canvas.width, canvas.height));
    },
    close: () => worker.terminate(),
  };
}

/** One picture at a time: the next is asked for when this one was answered. */
function ask(worker: Worker, picture: ImageData): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Reading>) => {
      if (data.type === 'failed') reject(new Error('The QR reader failed'));
      else resolve(data.text);
    };
    worker.onerror = () => reject(new Error('The QR reader did not start'));
    worker.postMessage(picture, [picture.data.buffer]);
  });
}
