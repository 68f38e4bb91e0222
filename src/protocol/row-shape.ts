import { type Body, bodies, type Kind } from '#domain/rows.ts';
import { allowsOf } from './rules.ts';
import { type Shape, shapeOf } from './shape.ts';

type Check = (value: unknown) => boolean;

const checks = new Map<Kind, Check>();

/**
 * True for a body out of JSON that is of its kind's shape as it stands, without a field more. A fresh phone reads thousands
 * of them, and the schema library would make each once more; what this refuses, it is still asked about.
 */
export function isBodyOf<K extends Kind>(kind: K, body: unknown): body is Body<K> {
  const known = checks.get(kind);
  if (known !== undefined) return known(body);
  const made = checkOf(shapeOf<unknown>(bodies[kind]));
  checks.set(kind, made);
  return made(body);
}

function checkOf(shape: Shape): Check {
  const isOfType = typeCheck(shape);
  const allows = allowsOf(shape);
  return allows === undefined ? isOfType : (value) => isOfType(value) && allows(value);
}

function typeCheck(shape: Shape): Check {
  switch (shape.type) {
    case 'object':
      return objectCheck(shape.entries);
    case 'array': {
      const check = checkOf(shape.item);
      return (value) => Array.isArray(value) && value.every(check);
    }
    case 'nullable': {
      const check = checkOf(shape.wrapped);
      return (value) => value === null || check(value);
    }
    case 'number':
      return Number.isSafeInteger;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'string':
      return (value) => typeof value === 'string';
    case 'literal':
    case 'picklist':
      // Which ones, the rules say.
      return () => true;
    case 'custom':
      return () => false;
  }
}

function objectCheck(entries: Readonly<Record<string, Shape>>): Check {
  const fields = Object.entries(entries).map(([name, inner]) => ({ name, check: checkOf(inner) }));
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const given = value as Readonly<Record<string, unknown>>;
    return Object.keys(given).length === fields.length && fields.every(({ name, check }) => check(given[name]));
  };
}
