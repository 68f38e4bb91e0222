import type { Shape } from '#protocol/shape.ts';

/** Every field of a shape at every depth, with the way to it: `stops[].lines[].item`. */
export function fieldsOf(shape: Shape, way = ''): readonly { readonly way: string; readonly shape: Shape }[] {
  switch (shape.type) {
    case 'object':
      return Object.entries(shape.entries).flatMap(([field, inner]) => {
        const inside = way === '' ? field : `${way}.${field}`;
        return [{ way: inside, shape: inner }, ...fieldsOf(inner, inside)];
      });
    case 'array':
      return fieldsOf(shape.item, `${way}[]`);
    case 'nullable':
      return fieldsOf(shape.wrapped, way);
    default:
      return [];
  }
}
