import { formatCounted } from '../format.ts';

export const en = {
  title: 'Map',
  open: 'Map',
  sketch: (count: number) =>
    `Sketch of ${formatCounted(count, 'en', { one: 'place', other: 'places' })}. The list says the same in words.`,
  north: 'N',
  straight: 'Distances are in a straight line: the road is longer.',
  legend: 'What the marks mean',
  from: 'Distances from',
  fromHere: 'from here',
  nearest: 'Places, the nearest first',
  stops: 'Stops, in their order',
  whole: (distance: string) => `Through all stops in a straight line: ${distance}`,
  kitchen: 'Kitchen',
  kitchenLabel: 'K',
  windows: 'Which window',
  allWindows: 'All of the day',
  unplaced: 'Not drawn: no coordinates',
  unplacedHint: 'Enter their coordinates under “Places”, and they are drawn too.',
  unplacedAsk: 'An organiser can enter their coordinates.',
  noneTitle: 'No place has coordinates yet',
  noneHint: 'A place is drawn as soon as it has coordinates: enter them at the place, or in the file that is imported.',
  noneAsk: 'The places of this run have no coordinates. An organiser can enter them.',
  toPlaces: 'To the places',
  file: {
    title: 'A real map on this phone',
    pick: 'Take a map from a file',
    hint: 'A .pmtiles file with vector tiles, for example of your region. It is copied once, works with no network, and nothing is fetched from anybody.',
    keeping: 'Copying the map …',
    kept: (size: string) => `The map takes ${size} of this phone.`,
    remove: 'Remove the map',
    label: 'Map',
    nearer: 'Nearer',
    farther: 'Farther',
    madeBy: '© OpenStreetMap contributors',
    outside: (count: number) =>
      `${formatCounted(count, 'en', { one: 'place lies', other: 'places lie' })} outside this map: there is only ground there.`,
    coming: 'The map is being opened …',
    notHere:
      'What draws the map is not on this phone yet: it comes with the next connection. Until then here is the sketch.',
    noWebgl: 'This browser cannot draw maps (it has no WebGL). The sketch and the list work all the same.',
    file: 'The map’s file could not be read. Remove it and take it again; the sketch and the list work all the same.',
    failures: {
      notPmtiles: {
        title: 'This is no .pmtiles map',
        next: 'Nothing was kept. Choose a file that ends in .pmtiles, version 3.',
      },
      pictures: {
        title: 'This map is made of pictures',
        next: 'Nothing was kept. Take one with vector tiles: it is smaller, and can be read at night.',
      },
      unknownTiles: {
        title: 'The tiles of this map are of an unknown form',
        next: 'Nothing was kept. Take one whose tiles are MVT, packed with gzip.',
      },
      cutOff: { title: 'A part of this file is missing', next: 'Nothing was kept. Copy or download the file again.' },
      noRoom: {
        title: 'The phone has no space for this map',
        next: 'Nothing was kept, and your records are safe. Free some space, or take a map of a smaller region.',
      },
      notPossible: {
        title: 'This browser could not keep the map',
        next: 'Nothing was changed. Choose the file again, or open the app in a newer Chrome, Firefox or Safari.',
      },
    },
  },
};

export type MapWords = typeof en;
