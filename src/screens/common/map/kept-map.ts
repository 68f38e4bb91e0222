import { useEffect } from 'react';
import { create } from 'zustand';
import { keepMap, type KeepMapFailure, type KeptMap, keptMap, removeMap } from '#store/map-file/map-file.ts';

/**
 *   unknown --looked--> none --picked--> keeping --whole--> kept --removed--> none
 *                        ^                  `--failed: the map before it, or none, and why
 */
export type MapStanding =
  | { readonly type: 'unknown' }
  | { readonly type: 'none' }
  | { readonly type: 'keeping'; readonly bytes: number; readonly ofBytes: number }
  | { readonly type: 'kept'; readonly map: KeptMap };

export type MapFileState = { readonly standing: MapStanding; readonly failure: KeepMapFailure | undefined };

/** The map on this device, as every screen of this window sees it. */
export const useMapFile = create<MapFileState>(() => ({ standing: { type: 'unknown' }, failure: undefined }));

/** Looks once whether there is a map. */
export function useLookForMap(): void {
  useEffect(() => void lookForMap(), []);
}

export async function lookForMap(): Promise<void> {
  if (useMapFile.getState().standing.type !== 'unknown') return;
  const found = await keptMap();
  if (useMapFile.getState().standing.type === 'unknown') useMapFile.setState({ standing: standingOf(found) });
}

export async function takeMap(picked: File): Promise<void> {
  const say = (bytes: number): void =>
    useMapFile.setState({ standing: { type: 'keeping', bytes, ofBytes: picked.size }, failure: undefined });
  say(0);
  const kept = await keepMap(picked, { onProgress: say });
  if (kept.ok) useMapFile.setState({ standing: { type: 'kept', map: kept.value } });
  else useMapFile.setState({ standing: standingOf(await keptMap()), failure: kept.error });
}

export async function dropMap(): Promise<void> {
  await removeMap();
  useMapFile.setState({ standing: { type: 'none' }, failure: undefined });
}

function standingOf(found: KeptMap | null): MapStanding {
  return found === null ? { type: 'none' } : { type: 'kept', map: found };
}
