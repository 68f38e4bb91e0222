import { err, ok, type Result } from '#lib/result.ts';

/** What a map file says of itself. */
export type MapHeader = {
  /** Degrees: west, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
  readonly minZoom: number;
  readonly maxZoom: number;
};

/**
 * Why a file is no map that can be drawn. `notPmtiles`: something else, or an older form of it; `pictures`: tiles are pictures;
 * `unknownTiles`: tiles of a form, or packed in a way, that is not known here; `cutOff`: a part of the file is missing.
 */
export type MapFileProblem = 'notPmtiles' | 'pictures' | 'unknownTiles' | 'cutOff';

/** Bytes of the header, with which a file begins. */
export const MAP_HEADER_BYTES = 127;

const MAGIC = 'PMTiles';
const VERSION = 3;
const MVT = 1;
const [PNG, AVIF] = [2, 5];
/** Browsers unpack nothing but gzip. */
const READABLE_PACKINGS: readonly number[] = [1, 2];
const PER_DEGREE = 10_000_000;

/**
 * Reads the header of a PMTiles file of `fileBytes` bytes (https://github.com/protomaps/PMTiles, version 3): everything that
 * could be wrong is said before a single byte is kept.
 */
export function readMapHeader(start: ArrayBuffer, fileBytes: number): Result<MapHeader, MapFileProblem> {
  const magic = new TextDecoder('latin1').decode(start.slice(0, MAGIC.length));
  if (magic !== MAGIC) return err('notPmtiles');
  if (start.byteLength < MAP_HEADER_BYTES) return err('cutOff');
  const view = new DataView(start);
  if (view.getUint8(7) !== VERSION) return err('notPmtiles');
  const tileType = view.getUint8(99);
  if (tileType >= PNG && tileType <= AVIF) return err('pictures');
  const packings = [view.getUint8(97), view.getUint8(98)];
  if (tileType !== MVT || packings.some((packing) => !READABLE_PACKINGS.includes(packing))) return err('unknownTiles');
  // Root directory, metadata, leaf directories, tiles: where each begins and how long it is.
  const end = Math.max(
    ...[8, 24, 40, 56].map((at) => Number(view.getBigUint64(at, true) + view.getBigUint64(at + 8, true))),
  );
  if (end > fileBytes) return err('cutOff');
  const degrees = (at: number): number => view.getInt32(at, true) / PER_DEGREE;
  return ok({
    bounds: [degrees(102), degrees(106), degrees(110), degrees(114)],
    minZoom: view.getUint8(100),
    maxZoom: view.getUint8(101),
  });
}
