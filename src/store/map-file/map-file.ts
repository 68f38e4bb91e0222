import { err, ok, type Result } from '#lib/result.ts';
import { MAP_HEADER_BYTES, type MapFileProblem, type MapHeader, readMapHeader } from './read-map-header.ts';

/** Where the browser lets a site keep files; rejects where it does not. */
export type OpenFolder = () => Promise<FileSystemDirectoryHandle>;

/** A map that lies on this device, and what it says of itself. */
export type KeptMap = { readonly file: File; readonly header: MapHeader };

/** `noRoom`: the device has no space for it; `notPossible`: this browser keeps no files, or failed to. */
export type KeepMapFailure = MapFileProblem | 'noRoom' | 'notPossible';

export type KeepMapOptions = {
  /** Bytes that are kept so far. */
  readonly onProgress: (bytes: number) => void;
  readonly openFolder?: OpenFolder | undefined;
};

const NAME = 'map.pmtiles';
/** What is in memory at a time: a map of a country is larger than a phone's memory. */
const PIECE_BYTES = 4 * 1024 * 1024;

const ownFolder: OpenFolder = () => navigator.storage.getDirectory();

/**
 * Copies a map into the app's own folder (OPFS), once and for all. The one that was there before stays until the new one is whole.
 */
export async function keepMap(picked: File, options: KeepMapOptions): Promise<Result<KeptMap, KeepMapFailure>> {
  const { onProgress, openFolder = ownFolder } = options;
  const read = await headerOf(picked).catch(() => err('notPossible' as const));
  if (!read.ok) return read;
  try {
    const handle = await (await openFolder()).getFileHandle(NAME, { create: true });
    const stream = await handle.createWritable();
    try {
      for (let at = 0; at < picked.size; at += PIECE_BYTES) {
        await stream.write(await picked.slice(at, at + PIECE_BYTES).arrayBuffer());
        onProgress(Math.min(at + PIECE_BYTES, picked.size));
      }
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => undefined);
      throw error;
    }
    return ok({ file: await handle.getFile(), header: read.value });
  } catch (error) {
    // An empty file that was made for what did not fit is nobody's map.
    if ((await keptMap(openFolder)) === null) await removeMap(openFolder);
    return err(error instanceof Error && error.name === 'QuotaExceededError' ? 'noRoom' : 'notPossible');
  }
}

/** The map on this device; null where there is none, or none that is whole. */
export async function keptMap(openFolder: OpenFolder = ownFolder): Promise<KeptMap | null> {
  try {
    const file = await (await (await openFolder()).getFileHandle(NAME)).getFile();
    const header = await headerOf(file);
    return header.ok ? { file, header: header.value } : null;
  } catch {
    // No such file, or a browser without such a folder: both have no map.
    return null;
  }
}

export async function removeMap(openFolder: OpenFolder = ownFolder): Promise<void> {
  try {
    await (await openFolder()).removeEntry(NAME);
  } catch {
    // It was not there.
  }
}

async function headerOf(file: File): Promise<Result<MapHeader, MapFileProblem>> {
  return readMapHeader(await file.slice(0, MAP_HEADER_BYTES).arrayBuffer(), file.size);
}
