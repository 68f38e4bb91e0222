import { type Kind, kinds, bodies } from '#domain/rows.ts';
import { count } from '#domain/scalars.ts';
import { type Shape, shapeOf } from '#protocol/shape.ts';

/**
 * What a column holds: text as it is; a whole number; an amount in units (it is kept in thousandths); a moment (kept as
 * epoch ms); true or false; and whatever is no single value as JSON.
 */
export type ColumnType = 'text' | 'whole' | 'amount' | 'moment' | 'truth' | 'json';
export type Column = { readonly name: string; readonly path: readonly string[]; readonly type: ColumnType };

/** A table for people with a BI tool: one row for each row of a kind, or for each place of one of its lists. */
export type View = {
  readonly name: string;
  readonly kind: Kind;
  /** The list's field; null for the rows themselves. */
  readonly list: string | null;
  readonly columns: readonly Column[];
};

/** What our views are called begins so, and nobody else's does. */
export const VIEW_PREFIX = 'view_';

/** A view for each kind, and one for each of its lists that are lists of several values. They follow from the kinds' shapes. */
export function viewsOfKinds(): readonly View[] {
  return kinds.flatMap((kind) => {
    const shape = shapeOf<unknown>(bodies[kind]);
    const fields = shape.type === 'object' ? Object.entries(shape.entries) : [];
    const name = `${VIEW_PREFIX}${snakeCase(kind)}`;
    const lists = fields.flatMap(([field, inner]): readonly View[] =>
      inner.type === 'array' && inner.item.type === 'object'
        ? [{ name: `${name}_${snakeCase(field)}`, kind, list: field, columns: columnsOf(inner.item, []) }]
        : [],
    );
    return [{ name, kind, list: null, columns: columnsOf(shape, []) }, ...lists];
  });
}

function columnsOf(shape: Shape, path: readonly string[]): readonly Column[] {
  if (shape.type !== 'object')
    return [{ name: snakeCase(path.join('_')), path, type: typeOf(shape, path.at(-1) ?? '') }];
  return Object.entries(shape.entries).flatMap(([field, inner]) => columnsOf(bare(inner), [...path, field]));
}

function bare(shape: Shape): Shape {
  return shape.type === 'nullable' ? bare(shape.wrapped) : shape;
}

function typeOf(shape: Shape, field: string): ColumnType {
  if (shape === shapeOf<unknown>(count)) return 'amount';
  switch (shape.type) {
    case 'number':
      return field.endsWith('At') ? 'moment' : 'whole';
    case 'boolean':
      return 'truth';
    case 'array':
      return 'json';
    default:
      return 'text';
  }
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
