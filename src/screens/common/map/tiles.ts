import { browserTimer } from '#store/browser-time.ts';
import { lateChunk } from '../late-chunk.ts';

/** What draws real maps is large, and lies only on devices whose person took a map. */
export const tiles = lateChunk(async () => {
  const [{ TileMap }, { prepareDrawing }] = await Promise.all([import('./tile-map.tsx'), import('./open-map.ts')]);
  await prepareDrawing();
  return TileMap;
}, browserTimer);
