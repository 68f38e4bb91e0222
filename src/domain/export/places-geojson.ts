import type { CheckpointBody, KitchenBody } from '../places.ts';
import type { ExportRows } from './export-rows.ts';

const PER_DEGREE = 1_000_000;

/** The open places that have a position, as RFC 7946 has it: longitude first. For organisers, who see them all. */
export function placesGeoJson({ checkpoint, kitchen }: Pick<ExportRows, 'checkpoint' | 'kitchen'>): string {
  const features = [
    ...checkpoint.flatMap(({ body }) =>
      feature(body, { kind: 'checkpoint', code: body.code, name: body.name, district: body.district }),
    ),
    ...kitchen.flatMap(({ body }) => feature(body, { kind: 'kitchen', name: body.name })),
  ];
  return JSON.stringify({ type: 'FeatureCollection', features }, null, 1);
}

function feature(
  { position, status, landmark }: CheckpointBody | KitchenBody,
  properties: Readonly<Record<string, string>>,
): readonly object[] {
  if (position === null || status !== 'open') return [];
  const coordinates = [position.lon / PER_DEGREE, position.lat / PER_DEGREE];
  return [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { ...properties, landmark } }];
}
