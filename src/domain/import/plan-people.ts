import * as v from 'valibot';
import { MAX_NAME_LENGTH, phone } from '../scalars.ts';
import type { BadLine, BadReason } from './bad-line.ts';
import { cellAt, type Cells, sameText } from './cells.ts';
import { contentLines } from './content-lines.ts';
import type { Mapping } from './fields.ts';
import { type Circumstances, EMPTY_PLAN, type ImportPlan, type Present } from './plan.ts';

type Person = { readonly name: string; readonly phone: string };

/** A list of volunteers: those who are not here yet become drivers; everybody else stays as they are. */
export function planPeople(
  cells: Cells,
  mapping: Mapping,
  present: Present,
  { brokenLines }: Pick<Circumstances, 'brokenLines'>,
): ImportPlan {
  const here = byName(present.members.map(({ body }) => ({ name: body.name, phone: body.phone ?? '' })));
  const seen = new Map<string, Person[]>();
  const badLines: BadLine[] = [];
  const fresh: Person[] = [];
  let presentCount = 0;
  for (const { line, cells: row } of contentLines(cells, mapping)) {
    const person = { name: cellAt(row, mapping.columns.person), phone: cellAt(row, mapping.columns.phone) };
    const namesakes = seen.get(sameText(person.name)) ?? [];
    const isTwice = namesakes.some((known) => isSamePerson(known, person));
    const reasons = brokenLines.has(line) ? (['quotesBroken'] as const) : reasonsOf(person, isTwice ? 'twice' : 'once');
    if (reasons.length > 0) badLines.push({ line, reasons, cells: row });
    else {
      seen.set(sameText(person.name), [...namesakes, person]);
      const isHere = here.get(sameText(person.name))?.some((known) => isSamePerson(known, person)) === true;
      if (isHere) presentCount += 1;
      else fresh.push(person);
    }
  }
  return {
    ...EMPTY_PLAN,
    steps: fresh.map(({ name, phone: number }) => ({ type: 'person', name, phone: number === '' ? null : number })),
    badLines,
    lineCount: badLines.length + fresh.length + presentCount,
    newLineCount: fresh.length,
    presentLineCount: presentCount,
    people: { fresh: fresh.map(({ name }) => name), presentCount },
  };
}

function byName(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const named = new Map<string, Person[]>();
  for (const person of people) {
    const key = sameText(person.name);
    named.set(key, [...(named.get(key) ?? []), person]);
  }
  return named;
}

function reasonsOf({ name, phone: number }: Person, how: 'once' | 'twice'): readonly BadReason[] {
  const reasons: readonly (BadReason | undefined)[] = [
    name === '' ? 'personMissing' : undefined,
    name.length > MAX_NAME_LENGTH ? 'nameTooLong' : undefined,
    number === '' || v.is(phone, number) ? undefined : 'phoneWrong',
    how === 'twice' ? 'personTwice' : undefined,
  ];
  return reasons.filter((reason) => reason !== undefined);
}

/** Two of one name are two people only when both have telephones, and other ones. */
function isSamePerson(a: Person, b: Person): boolean {
  const [one, other] = [digits(a.phone), digits(b.phone)];
  return one === '' || other === '' || one === other;
}

/** Of a number with a country's code and of one without, the end is the same. */
function digits(text: string): string {
  return text.replace(/\D/g, '').slice(-10);
}
