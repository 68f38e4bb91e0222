import { describe, expect, test } from 'vitest';

import type { SaveFailure } from '#store/save.ts';
import { performImport } from '#screens/organiser/import/perform-import.ts';
import { planInto } from '#test/support/import-into.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Saved } from '#store/mutate.ts';
import type { Result } from '#lib/result.ts';

const FILE = [
  ['date', 'run', 'district', 'place', 'village', 'item', 'unit', 'amount'],
  ['1.1.2026', 'a', 'D', 'Bridge', '', 'Tea', 'litre', '5'],
  ['1.1.2026', 'b', 'D', 'School', '', 'Tea', 'litre', '7'],
  ['2.1.2026', 'c', 'D', 'Bridge', '', 'Soup', 'litre', '9'],
];

type Mutate = (mutation: Mutation, tap: string) => Promise<Result<Saved, SaveFailure>>;

/** A phone that saves into the branch; `trouble` may answer for it. */
function phone(branch: MemoryBranch, trouble: (tap: string, mutation: Mutation) => SaveFailure | undefined): Mutate {
  const savedByTap = new Map<string, Saved>();
  return async (mutation, tap) => {
    const failure = trouble(tap, mutation);
    if (failure !== undefined) return { ok: false, error: failure };
    const before = savedByTap.get(tap);
    if (before !== undefined) return { ok: true, value: before };
    const saved = branch.mutate(mutation);
    if (!saved.ok) return { ok: false, error: { code: 'refused', rejection: saved.error } };
    const value = { number: branch.mutationCount(), firstRowId: saved.value };
    savedByTap.set(tap, value);
    return { ok: true, value };
  };
}

async function bringIn(branch: MemoryBranch, mutate: Mutate, signal = new AbortController().signal) {
  const progress: number[] = [];
  const plan = planInto(branch, FILE);
  const outcome = await performImport(plan, {
    mutate,
    attempt: 'x',
    signal,
    onProgress: (done) => progress.push(done),
  });
  return { outcome, progress, plan };
}

const untroubled = () => undefined;

describe('an import', () => {
  test('tells how far it is, to the last step', async () => {
    const { outcome, progress, plan } = await bringIn(openMemoryBranch(), phone(openMemoryBranch(), untroubled));
    expect(outcome).toEqual({ type: 'finished', savedCount: plan.steps.length, leftCount: 0 });
    expect(progress).toEqual(plan.steps.map((_, index) => index + 1));
  });

  test('that the phone does not know to be saved is tried again under the same tap, and counts once', async () => {
    const branch = openMemoryBranch();
    const failed = new Set<string>();
    const { outcome } = await bringIn(
      branch,
      phone(branch, (tap) => {
        if (failed.has(tap)) return undefined;
        failed.add(tap);
        return { code: 'notKnownToBeSaved' };
      }),
    );
    expect(outcome.type).toBe('finished');
    expect(branch.rows('run')).toHaveLength(3);
  });

  test('goes on with a new plan of the same file after the disk was full', async () => {
    const branch = openMemoryBranch();
    const { outcome } = await bringIn(
      branch,
      phone(branch, (tap) => (tap === 'x.5' ? { code: 'full' } : undefined)),
    );
    expect(outcome).toMatchObject({ type: 'interrupted', savedCount: 5 });
    const again = await bringIn(branch, phone(branch, untroubled));
    expect(again.outcome.type).toBe('finished');
    expect(branch.rows('run').map(({ body }) => body.label)).toEqual(['a', 'b', 'c']);
    expect(planInto(branch, FILE).steps).toEqual([]);
  });

  test('stops where it is told to', async () => {
    const branch = openMemoryBranch();
    const stopping = new AbortController();
    const mutate = phone(branch, (tap) => {
      if (tap === 'x.2') stopping.abort();
      return undefined;
    });
    const { outcome } = await bringIn(branch, mutate, stopping.signal);
    expect(outcome).toEqual({ type: 'stopped', savedCount: 3, leftCount: 0 });
  });

  test('leaves the runs of a place that was refused, and brings in all others', async () => {
    const branch = openMemoryBranch();
    const { outcome } = await bringIn(
      branch,
      phone(branch, (_, mutation) =>
        mutation.name === 'checkpointCreate' && mutation.args.fields.name === 'School'
          ? { code: 'refused', rejection: { code: 'codeTaken' } }
          : undefined,
      ),
    );
    expect(outcome).toMatchObject({ type: 'finished', leftCount: 2 });
    expect(branch.rows('run').map(({ body }) => body.label)).toEqual(['a', 'c']);
  });

  test('of a run that another phone brought in meanwhile leaves nothing undone', async () => {
    const branch = openMemoryBranch();
    const { outcome } = await bringIn(
      branch,
      phone(branch, (_, { name }) =>
        name === 'runImport' ? { code: 'refused', rejection: { code: 'alreadyImported' } } : undefined,
      ),
    );
    expect(outcome).toMatchObject({ type: 'finished', leftCount: 0 });
  });
});
