/** True for values of equal content: texts, numbers, null, and lists and plain objects of them, whatever the order of fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [some, others] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const fields = Object.keys(some);
  return (
    fields.length === Object.keys(others).length &&
    fields.every((field) => Object.hasOwn(others, field) && isSame(some[field], others[field]))
  );
}
