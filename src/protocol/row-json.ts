import { bodies, type Body, type Kind } from '#domain/rows.ts';
import { type Shape, shapeOf } from './shape.ts';

/** A row's body as JSON text with its fields in the order of its kind's shape (SPEC 8.7), whoever put the object together. */
export function rowJson<K extends Kind>(kind: K, body: Body<K>): string {
  return textOf(shapeOf<unknown>(bodies[kind]), body);
}

function textOf(shape: Shape, value: unknown): string {
  if (value === null) return 'null';
  if (shape.type === 'nullable') return textOf(shape.wrapped, value);
  if (shape.type === 'object') {
    const fields = value as Readonly<Record<string, unknown>>;
    let text = '';
    for (const field in shape.entries) {
      const inner = shape.entries[field];
      if (inner !== undefined) text += `${text === '' ? '{' : ','}"${field}":${textOf(inner, fields[field])}`;
    }
    return text === '' ? '{}' : `${text}}`;
  }
  if (shape.type === 'array')
    return `[${(value as readonly unknown[]).map((item) => textOf(shape.item, item)).join(',')}]`;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
