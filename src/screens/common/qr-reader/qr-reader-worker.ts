/**
 * Reads QR pictures off the page's thread. A file of its own under /assets/qr-reader-worker*: the server allows WebAssembly
 * in the response of this script alone.
 */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// Ours, from our own origin: without this the package would ask a public server for it.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

/** What became of one picture. */
export type Reading = { readonly type: 'read'; readonly text: string | undefined } | { readonly type: 'failed' };

const tell = (reading: Reading): void => globalThis.postMessage(reading);

globalThis.onmessage = ({ data }: MessageEvent<ImageData>) => {
  readBarcodes(data, { formats: ['QRCode'], maxNumberOfSymbols: 1 }).then(
    ([found]) => tell({ type: 'read', text: found?.text }),
    () => tell({ type: 'failed' }),
  );
};
