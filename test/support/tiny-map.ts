/** A PMTiles file (version 3) with one vector tile: the whole world, water west of Kokshetau, and the town. */

export type TinyMapChange = {
  readonly tileType?: number;
  readonly tilePacking?: number;
  readonly version?: number;
};

const HEADER_BYTES = 127;
const PER_DEGREE = 10_000_000;

export function tinyMap({ tileType = 1, tilePacking = 1, version = 3 }: TinyMapChange = {}): Uint8Array<ArrayBuffer> {
  const tile = worldTile();
  const metadata = new TextEncoder().encode(
    JSON.stringify({ vector_layers: ['earth', 'water', 'places'].map((id) => ({ id, fields: {} })) }),
  );
  // One entry: tile 0, run length 1, its length, and its offset plus one.
  const root = new Uint8Array([1, 0, 1, ...varint(tile.length), 1]);
  const [rootAt, metadataAt] = [HEADER_BYTES, HEADER_BYTES + root.length];
  const tileAt = metadataAt + metadata.length;
  const bytes = new Uint8Array(tileAt + tile.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('PMTiles'));
  bytes[7] = version;
  const parts = [rootAt, root.length, metadataAt, metadata.length, tileAt, 0, tileAt, tile.length, 1, 1, 1];
  parts.forEach((value, index) => view.setBigUint64(8 + index * 8, BigInt(value), true));
  bytes.set([1, 1, tilePacking, tileType, 0, 0], 96);
  [-180, -85, 180, 85].forEach((value, index) => view.setInt32(102 + index * 4, value * PER_DEGREE, true));
  bytes.set(root, rootAt);
  bytes.set(metadata, metadataAt);
  bytes.set(tile, tileAt);
  return bytes;
}

const EXTENT = 4_096;

/** Mapbox Vector Tile 2.1: https://github.com/mapbox/vector-tile-spec */
function worldTile(): readonly number[] {
  return [
    layer('earth', [feature(3, [], rectangle(0, 0, EXTENT, EXTENT))], [], []),
    layer('water', [feature(3, [], rectangle(0, 0, 2_830, EXTENT))], [], []),
    layer('places', [feature(1, [0, 0], [command(1, 1), zigzag(2_845), zigzag(1_332)])], ['name'], ['Көкшетау']),
  ].flatMap((bytes) => field(3, bytes));
}

function layer(
  name: string,
  features: readonly number[][],
  keys: readonly string[],
  values: readonly string[],
): number[] {
  return [
    ...number(15, 2),
    ...field(1, text(name)),
    ...features.flatMap((bytes) => field(2, bytes)),
    ...keys.flatMap((key) => field(3, text(key))),
    ...values.flatMap((value) => field(4, field(1, text(value)))),
    ...number(5, EXTENT),
  ];
}

function feature(type: number, tags: readonly number[], geometry: readonly number[]): number[] {
  const packedTags = tags.length === 0 ? [] : field(2, tags.flatMap(varint));
  return [...packedTags, ...number(3, type), ...field(4, geometry.flatMap(varint))];
}

function rectangle(x: number, y: number, width: number, height: number): number[] {
  const lines = [width, 0, 0, height, -width, 0].map(zigzag);
  return [command(1, 1), zigzag(x), zigzag(y), command(2, 3), ...lines, command(7, 1)];
}

function command(id: number, count: number): number {
  return (count << 3) | id;
}

function zigzag(value: number): number {
  return (value << 1) ^ (value >> 31);
}

function text(value: string): number[] {
  return [...new TextEncoder().encode(value)];
}

function number(id: number, value: number): number[] {
  return [...varint(id << 3), ...varint(value)];
}

function field(id: number, bytes: readonly number[]): number[] {
  return [...varint((id << 3) | 2), ...varint(bytes.length), ...bytes];
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return [...bytes, rest];
}
