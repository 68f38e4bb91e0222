import { browserTimer } from '#store/browser-time.ts';
import { lateChunk } from '../late-chunk.ts';

/** What draws real maps is large, and lies only on devices whose person took a map. */
export const tiles = lateChunk(async () => (await import('./tile-map.tsx')).TileMap, browserTimer);
