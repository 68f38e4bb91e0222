import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Language } from '#i18n/language.ts';

/** The colours of a map, as CSS writes them; they come from the tokens of the theme. */
export type MapColours = {
  readonly land: string;
  readonly water: string;
  readonly green: string;
  readonly road: string;
  readonly building: string;
  readonly border: string;
  readonly ink: string;
};

export const MAP_SOURCE = 'map';

/** Protomaps says `kind`, OpenMapTiles `class`. */
const KIND: ExpressionSpecification = ['coalesce', ['get', 'kind'], ['get', 'class'], ''];
const GREEN = ['park', 'forest', 'wood', 'grass', 'grassland', 'meadow', 'nature_reserve', 'national_park', 'garden'];
const LARGE_ROADS = ['highway', 'motorway', 'trunk', 'major_road', 'primary'];
const MIDDLE_ROADS = ['secondary', 'tertiary', 'medium_road'];
/** Letters that the phone itself draws: no fonts are fetched from anywhere. */
const FACE = ['sans-serif'];

/**
 * A plain map of whatever of the two usual schemas (Protomaps, OpenMapTiles) a file holds: land, water, green, houses, borders,
 * roads, names. Of a schema that is neither, every layer is drawn as lines and points.
 *
 * @param layers the names of the file's layers
 * @param source the address of the file
 */
export function mapStyle(
  layers: readonly string[],
  { source, colours, language }: { readonly source: string; readonly colours: MapColours; readonly language: Language },
): StyleSpecification {
  const has = (names: readonly string[]): readonly string[] => names.filter((name) => layers.includes(name));
  const drawn = [
    ...has(['earth']).map((name) => fill(name, colours.land)),
    ...has(['landcover', 'landuse']).map((name) => fill(name, colours.green, isOneOf(GREEN))),
    ...has(['park']).map((name) => fill(name, colours.green)),
    ...has(['water']).map((name) => fill(name, colours.water, ['==', ['geometry-type'], 'Polygon'])),
    ...has(['water', 'waterway']).map((name) =>
      line(name, colours.water, 1.5, ['==', ['geometry-type'], 'LineString']),
    ),
    ...has(['building', 'buildings']).map((name) => fill(name, colours.building)),
    ...has(['boundary', 'boundaries']).map((name) => dashed(line(name, colours.border, 1))),
    ...has(['transportation', 'roads']).map((name) => roads(name, colours)),
  ];
  const names = [
    ...has(['transportation_name', 'roads']).map((name) => roadNames(name, colours, language)),
    ...has(['place', 'places']).map((name) => placeNames(name, colours, language)),
  ];
  const unknown = layers.flatMap((name) => [line(name, colours.ink, 1), dots(name, colours)]);
  const isKnown = drawn.length + names.length > 0;
  return {
    version: 8,
    sources: { [MAP_SOURCE]: { type: 'vector', url: source } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colours.land } },
      ...(isKnown ? drawn : unknown),
      ...names,
    ],
  };
}

function isOneOf(kinds: readonly string[]): FilterSpecification {
  return ['match', KIND, [...kinds], true, false];
}

function fill(name: string, colour: string, filter?: FilterSpecification): LayerSpecification {
  return {
    id: `${name}-fill`,
    type: 'fill',
    source: MAP_SOURCE,
    'source-layer': name,
    ...(filter === undefined ? {} : { filter }),
    paint: { 'fill-color': colour },
  };
}

type LineLayer = Extract<LayerSpecification, { type: 'line' }>;

function line(name: string, colour: string, width: number, filter?: FilterSpecification): LineLayer {
  return {
    id: `${name}-line`,
    type: 'line',
    source: MAP_SOURCE,
    'source-layer': name,
    ...(filter === undefined ? {} : { filter }),
    paint: { 'line-color': colour, 'line-width': width },
  };
}

function dashed(layer: LineLayer): LineLayer {
  return { ...layer, paint: { ...layer.paint, 'line-dasharray': [4, 3] } };
}

function dots(name: string, { ink }: MapColours): LayerSpecification {
  return {
    id: `${name}-dots`,
    type: 'circle',
    source: MAP_SOURCE,
    'source-layer': name,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-color': ink, 'circle-radius': 2 },
  };
}

/** Large roads are seen from afar, yards only from near by. */
function roads(name: string, { road }: MapColours): LayerSpecification {
  const wide = (large: number, middle: number, small: number): ExpressionSpecification => [
    'match',
    KIND,
    LARGE_ROADS,
    large,
    MIDDLE_ROADS,
    middle,
    small,
  ];
  return {
    id: `${name}-roads`,
    type: 'line',
    source: MAP_SOURCE,
    'source-layer': name,
    filter: ['match', KIND, ['rail', 'ferry', 'transit'], false, true],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': road,
      'line-width': [
        'interpolate',
        ['exponential', 1.5],
        ['zoom'],
        5,
        wide(1, 0.4, 0),
        11,
        wide(3, 1.6, 0.5),
        17,
        wide(16, 12, 7),
      ],
    },
  };
}

function nameIn(language: Language): ExpressionSpecification {
  return ['coalesce', ['get', `name:${language}`], ['get', 'name'], ''];
}

function roadNames(name: string, colours: MapColours, language: Language): LayerSpecification {
  return {
    id: `${name}-names`,
    type: 'symbol',
    source: MAP_SOURCE,
    'source-layer': name,
    minzoom: 13,
    layout: { 'symbol-placement': 'line', 'text-field': nameIn(language), 'text-font': FACE, 'text-size': 12 },
    paint: { 'text-color': colours.ink, 'text-halo-color': colours.land, 'text-halo-width': 1.5 },
  };
}

function placeNames(name: string, colours: MapColours, language: Language): LayerSpecification {
  return {
    id: `${name}-names`,
    type: 'symbol',
    source: MAP_SOURCE,
    'source-layer': name,
    filter: ['==', ['geometry-type'], 'Point'],
    layout: { 'text-field': nameIn(language), 'text-font': FACE, 'text-size': 14, 'text-max-width': 8 },
    paint: { 'text-color': colours.ink, 'text-halo-color': colours.land, 'text-halo-width': 2 },
  };
}
