import { assert } from '#lib/assert.ts';
import { type Rule, rulesOf, type Shape } from './shape.ts';

/** True for a value of the shape's type that its bounds and patterns allow. */
export type Allows = (value: unknown) => boolean;

/**
 * What a shape demands of a value of its own type, without what it demands of the values inside; undefined when that is
 * nothing. It says what the schema library says of such a value, without making the value once more.
 */
export function allowsOf(shape: Shape): Allows | undefined {
  const demands = [typeDemand(shape), ...rulesOf(shape).map(demandOf)].filter((demand) => demand !== undefined);
  const [first, ...others] = demands;
  if (first === undefined || others.length === 0) return first;
  return (value) => demands.every((demand) => demand(value));
}

function typeDemand(shape: Shape): Allows | undefined {
  if (shape.type === 'literal') return (value) => value === shape.literal;
  if (shape.type !== 'picklist') return undefined;
  const options = new Set<unknown>(shape.options);
  return (value) => options.has(value);
}

function demandOf({ type, requirement }: Rule): Allows | undefined {
  switch (type) {
    case 'brand':
    // Whoever reads numbers reads whole ones only.
    case 'integer':
      return undefined;
    case 'min_value':
      return (value) => (value as number) >= (requirement as number);
    case 'max_value':
      return (value) => (value as number) <= (requirement as number);
    case 'min_length':
      return (value) => (value as { readonly length: number }).length >= (requirement as number);
    case 'max_length':
      return (value) => (value as { readonly length: number }).length <= (requirement as number);
    case 'length':
      return (value) => (value as { readonly length: number }).length === requirement;
    case 'regex':
      return (value) => (requirement as RegExp).test(value as string);
    case 'check':
      return requirement as Allows;
    default:
      assert(false, `the wire has no rule ${type}`);
  }
}
