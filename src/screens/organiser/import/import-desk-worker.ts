import { callDesk, type DeskCall, openImportDesk } from './import-desk.ts';
import { loadParser } from './parse-lines.ts';

// Fetched now: when a file is chosen the network may be gone.
loadParser().catch(() => undefined);

/** A desk off the page's thread: fifty thousand lines hold nobody up there. */
const desk = openImportDesk();

export type DeskQuestion = { readonly number: number; readonly call: DeskCall };
export type DeskAnswer =
  | { readonly number: number; readonly type: 'answer'; readonly value: unknown }
  | { readonly number: number; readonly type: 'failed' };

const tell = (answer: DeskAnswer): void => globalThis.postMessage(answer);

globalThis.onmessage = ({ data: { number, call } }: MessageEvent<DeskQuestion>) => {
  callDesk(desk, call).then(
    (value) => tell({ number, type: 'answer', value }),
    () => tell({ number, type: 'failed' }),
  );
};
