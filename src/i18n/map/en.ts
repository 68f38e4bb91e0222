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
};

export type MapWords = typeof en;
