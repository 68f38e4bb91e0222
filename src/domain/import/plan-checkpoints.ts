import type { BadLine, BadReason } from './bad-line.ts';
import type { Cells } from './cells.ts';
import { contentLines } from './content-lines.ts';
import type { Mapping } from './fields.ts';
import type { ImportStep } from './import-step.ts';
import { nextCodes } from './next-code.ts';
import { type Circumstances, EMPTY_PLAN, type ImportPlan, type Present } from './plan.ts';
import { openCodes, presentThings } from './present-things.ts';
import { type CheckpointLine, readCheckpointLine } from './read-checkpoint-line.ts';
import type { ThingKey } from './same-thing.ts';

/** A list of checkpoints: new places are opened, places of the same name and district stay as they are. */
export function planCheckpoints(
  cells: Cells,
  mapping: Mapping,
  present: Present,
  { brokenLines }: Pick<Circumstances, 'brokenLines'>,
): ImportPlan {
  const { idsByKey } = presentThings(present);
  const codes = openCodes(present);
  const seen: Seen = { keys: new Set(), codes: new Set() };
  const badLines: BadLine[] = [];
  const fresh: CheckpointLine[] = [];
  let presentCount = 0;
  for (const { line, cells: row } of contentLines(cells, mapping)) {
    const { reasons, checkpoint } = readCheckpointLine(row, line, mapping);
    const isPresent = idsByKey.has(checkpoint.key);
    const wrong = brokenLines.has(line)
      ? (['quotesBroken'] as const)
      : [...reasons, ...clashes(checkpoint, seen, isPresent ? new Set() : codes)];
    if (wrong.length > 0) {
      badLines.push({ line, reasons: wrong, cells: row });
      continue;
    }
    seen.keys.add(checkpoint.key);
    if (isPresent) presentCount += 1;
    else {
      fresh.push(checkpoint);
      seen.codes.add(checkpoint.fields.code);
    }
  }
  const steps = withCodes(fresh, codes);
  return {
    ...EMPTY_PLAN,
    steps,
    rowIds: idsByKey,
    badLines,
    lineCount: badLines.length + fresh.length + presentCount,
    newLineCount: fresh.length,
    presentLineCount: presentCount,
    checkpoints: { fresh: steps.map(({ fields }) => fields), presentCount },
  };
}

type Seen = { readonly keys: Set<ThingKey>; readonly codes: Set<string> };
type CheckpointStep = Extract<ImportStep, { type: 'checkpoint' }>;

function clashes({ key, fields: { code } }: CheckpointLine, seen: Seen, taken: ReadonlySet<string>): BadReason[] {
  const reasons: BadReason[] = seen.keys.has(key) ? ['placeTwice'] : [];
  if (code === '') return reasons;
  if (seen.codes.has(code)) reasons.push('codeTwice');
  if (taken.has(code)) reasons.push('codeTaken');
  return reasons;
}

/** Gives a code to those that came without one, after all codes of the file are spoken for. */
function withCodes(lines: readonly CheckpointLine[], taken: ReadonlySet<string>): readonly CheckpointStep[] {
  const given = lines.map(({ fields }) => fields.code).filter((code) => code !== '');
  const codes = nextCodes([...taken, ...given], lines.length - given.length)[Symbol.iterator]();
  return lines.map(({ key, fields }) => ({
    type: 'checkpoint',
    key,
    fields: { ...fields, code: fields.code === '' ? String(codes.next().value) : fields.code },
  }));
}
