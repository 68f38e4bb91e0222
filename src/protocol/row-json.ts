import { assert } from '#lib/assert.ts';
import { bodies, type Body, type Kind, kinds } from '#domain/rows.ts';
import { type Shape, shapeOf } from './shape.ts';

type Writer = (value: unknown) => string;

/** Made once from the shapes: a push of thousands of rows shall not walk them thousands of times. */
const writers: ReadonlyMap<Kind, Writer> = new Map(
  kinds.map((kind) => [kind, writerOf(shapeOf<unknown>(bodies[kind]))]),
);

/** A row's body as JSON text with its fields in the order of its kind's shape (SPEC 8.7), whoever put the object together. */
export function rowJson<K extends Kind>(kind: K, body: Body<K>): string {
  const write = writers.get(kind);
  assert(write !== undefined, `${kind} is a kind`);
  return write(body);
}

function writerOf(shape: Shape): Writer {
  switch (shape.type) {
    case 'object':
      return objectWriter(shape.entries);
    case 'array': {
      const write = writerOf(shape.item);
      return (value) => `[${(value as readonly unknown[]).map(write).join(',')}]`;
    }
    case 'nullable': {
      const write = writerOf(shape.wrapped);
      return (value) => (value === null ? 'null' : write(value));
    }
    default:
      return (value) => (typeof value === 'number' ? String(value) : JSON.stringify(value));
  }
}

function objectWriter(entries: Readonly<Record<string, Shape>>): Writer {
  const fields = Object.entries(entries).map(([field, inner], index) => ({
    field,
    before: `${index === 0 ? '' : ','}${JSON.stringify(field)}:`,
    write: writerOf(inner),
  }));
  return (value) => {
    const given = value as Readonly<Record<string, unknown>>;
    let text = '{';
    for (const { field, before, write } of fields) text += before + write(given[field]);
    return `${text}}`;
  };
}
