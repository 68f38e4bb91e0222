import type { Map as GlMap } from 'maplibre-gl';
import type { Language } from '#i18n/language.ts';
import { trustedScriptUrl } from '../trusted-script-url.ts';
import { readMapColours } from './map-colours.ts';
import { mapStyle } from './map-style.ts';
import type { Bounds } from './positions.ts';

export type OpenMapOptions = {
  readonly container: HTMLElement;
  readonly file: File;
  readonly language: Language;
  /** What the canvas is called for those who listen. */
  readonly label: string;
  /** What is to be in sight at first. */
  readonly bounds: Bounds | undefined;
};

export type OpenedMap = {
  readonly map: GlMap;
  /** Draws it in the colours of the theme of the moment. */
  readonly dress: () => void;
  /** Whom the map is by, as its file says. */
  readonly madeBy: string;
};

const SCHEME = 'pmtiles';
let loading: ReturnType<typeof loadDrawing> | undefined;

/** Draws a map from its file alone: style, letters and tiles come from this device. Rejects where the file cannot be read. */
export async function openMap({ container, file, language, label, bounds }: OpenMapOptions): Promise<OpenedMap> {
  const { maplibre, pmtiles, protocol } = await prepareDrawing();
  const archive = new pmtiles.PMTiles(new pmtiles.FileSource(file));
  protocol.add(archive);
  const metadata = (await archive.getMetadata()) as {
    readonly vector_layers?: unknown;
    readonly attribution?: unknown;
  };
  const layers = layersOf(metadata.vector_layers);
  const source = `${SCHEME}://${file.name}`;
  const styleNow = () => mapStyle(layers, { source, colours: readMapColours(), language });
  const map = new maplibre.Map({
    container,
    style: styleNow(),
    ...(bounds === undefined ? {} : { bounds, fitBoundsOptions: { padding: 48, maxZoom: 14 } }),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    localIdeographFontFamily: 'sans-serif',
    locale: { 'Map.Title': label },
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  return { map, dress: () => map.setStyle(styleNow()), madeBy: textOf(metadata.attribution) };
}

/** What draws maps and what reads their files: large, and loaded once. */
export function prepareDrawing(): ReturnType<typeof loadDrawing> {
  loading ??= loadDrawing();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function loadDrawing() {
  const [maplibre, pmtiles, { default: workerUrl }] = await Promise.all([
    import('maplibre-gl'),
    import('pmtiles'),
    import('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'),
  ]);
  const protocol = new pmtiles.Protocol();
  maplibre.setWorkerUrl(trustedText(workerUrl));
  maplibre.addProtocol(SCHEME, protocol.tile);
  return { maplibre, pmtiles, protocol };
}

/**
 * MapLibre passes this on to `new Worker`, which wants the Trusted Types' object, after it has looked at its ending as if it
 * were a text. So the object gets the two questions that are asked of it.
 */
function trustedText(url: string): string {
  const trusted: unknown = trustedScriptUrl(url);
  if (typeof trusted !== 'object' || trusted === null) return url;
  return Object.assign(trusted, {
    endsWith: (ending: string) => url.endsWith(ending),
    split: (separator: string | RegExp) => url.split(separator),
  }) as unknown as string;
}

function layersOf(listed: unknown): readonly string[] {
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((layer: unknown) =>
    typeof layer === 'object' && layer !== null && 'id' in layer && typeof layer.id === 'string' ? [layer.id] : [],
  );
}

/** Files write links here; on the screen it is a text. */
function textOf(attribution: unknown): string {
  return typeof attribution === 'string'
    ? attribution
        .replace(/<[^>]*>/g, '')
        .replaceAll('&copy;', '©')
        .trim()
    : '';
}
