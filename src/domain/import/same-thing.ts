import type { Brand } from '#lib/brand.ts';
import type { Body } from '../rows.ts';
import { sameText, shortened } from './cells.ts';

/** By which a file's item or place is the same as one that is here already. */
export type ThingKey = Brand<string, 'ThingKey'>;

/** A place as a row of checkpoints holds it: what did not fit into the name stands whole in the landmark. */
export type PlaceName = { readonly name: string; readonly district: string; readonly landmark: string };

/** The same item in another unit is another item: ten boxes of noodles are not ten packets. */
export function itemKey({ name, unit }: Pick<Body<'item'>, 'name' | 'unit'>): ThingKey {
  return `item\n${sameText(name)}\n${sameText(unit)}` as ThingKey;
}

export function placeKey({ name, district, landmark }: PlaceName): ThingKey {
  const whole = name.endsWith('…') ? sameText(landmark) : '';
  return `place\n${sameText(district)}\n${sameText(name)}\n${whole}` as ThingKey;
}

/** "Nankhel, Maligaun": the village within the place, when the file has one. */
export function placeName(place: string, village: string, district: string): PlaceName {
  const whole = village === '' || sameText(village) === sameText(place) ? place : `${place}, ${village}`;
  const name = shortened(whole);
  return { name, district, landmark: name === whole ? '' : whole };
}
