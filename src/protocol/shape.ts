import type * as v from 'valibot';

/** Any schema: this room only walks it. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** A bound or rule that a schema's pipe adds: a least value, a pattern. */
export type Rule = { readonly type: string; readonly requirement?: unknown };

/** What bytes and texts are made by: all that the wire knows. `custom` is bytes. A pipe begins with the schema that it narrows. */
export type Shape = { readonly pipe?: readonly [Shape, ...Rule[]] } & (
  | { readonly type: 'object'; readonly entries: Readonly<Record<string, Shape>> }
  | { readonly type: 'array'; readonly item: Shape }
  | { readonly type: 'nullable'; readonly wrapped: Shape }
  | { readonly type: 'picklist'; readonly options: readonly string[] }
  | { readonly type: 'literal'; readonly literal: string | number }
  | { readonly type: 'string' | 'number' | 'boolean' | 'custom' }
);

/** A schema as its shape. */
export function shapeOf<T>(schema: Schema<T>): Shape {
  // valibot keeps a schema's parts (`entries`, `item`, `wrapped`) on the schema object, and a pipe keeps its first schema's.
  return schema as unknown as Shape;
}

/** A shape in words, bounds included: what the wire's pinned hash is made of, so that no change goes unnoticed. */
export function describeShape<T>(schema: Schema<T>): string {
  return describe(shapeOf(schema));
}

function describe(shape: Shape): string {
  // Brands and checks by a function have nothing to say.
  const said = rulesOf(shape).filter(
    ({ requirement }) => typeof requirement === 'number' || requirement instanceof RegExp,
  );
  return `${describeType(shape)}${said.map(({ type, requirement }) => `<${type} ${String(requirement)}>`).join('')}`;
}

/** All rules of a shape, those of the schema that it narrows first. */
export function rulesOf(shape: Shape): readonly Rule[] {
  if (shape.pipe === undefined) return [];
  const [narrowed, ...rules] = shape.pipe;
  return [...rulesOf(narrowed), ...rules];
}

function describeType(shape: Shape): string {
  switch (shape.type) {
    case 'object':
      return `{${Object.entries(shape.entries)
        .map(([field, inner]) => `${field}:${describe(inner)}`)
        .join(',')}}`;
    case 'array':
      return `[${describe(shape.item)}]`;
    case 'nullable':
      return `${describe(shape.wrapped)}?`;
    case 'picklist':
      return `(${shape.options.join('|')})`;
    case 'literal':
      return JSON.stringify(shape.literal);
    default:
      return shape.type;
  }
}
