import type { Context } from '#domain/context.ts';
import { newRowId } from '#domain/context.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Rejection } from '#domain/rejection.ts';
import { type Body, type Kind, parseBody, type Row, rowKeyText, type RowState } from '#domain/rows.ts';
import { runMutation } from '#domain/run-mutation.ts';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';
import { err, ok, type Result } from '#lib/result.ts';

/** A branch's rows in memory, changed by the domain's own mutators as one organiser's phone would. */
export type MemoryBranch = {
  readonly mutate: (mutation: Mutation) => Result<RowId, Rejection>;
  readonly rows: <K extends Kind>(kind: K) => readonly Row<K>[];
  readonly mutationCount: () => number;
};

export function openMemoryBranch(device = '0123456789abcdef'): MemoryBranch {
  const bodies = new Map<string, { readonly kind: Kind; readonly id: RowId; readonly body: Body }>();
  let mutationNumber = 0;
  const contextOf = (number: number): Context => ({
    branch: 'b0000001' as BranchId,
    member: 'aaaaaaaaaaaaaaaa.1' as RowId,
    role: 'organiser',
    device: device as DeviceId,
    mutationNumber: number,
    claimedAt: 1_800_000_000_000,
  });
  const load = (key: { readonly kind: Kind; readonly id: RowId }): RowState => {
    const row = bodies.get(rowKeyText(key));
    return row === undefined ? { state: 'absent' } : { state: 'present', body: row.body };
  };
  return {
    mutate: (mutation) => {
      const context = contextOf(mutationNumber + 1);
      const { outcome } = runMutation(mutation.name, mutation.args, context, load);
      if (!outcome.ok) return err(outcome.error);
      mutationNumber += 1;
      for (const patch of outcome.value) {
        if (patch.op === 'remove') bodies.delete(rowKeyText(patch));
        else bodies.set(rowKeyText(patch), { kind: patch.kind, id: patch.id, body: parsed(patch.kind, patch.body) });
      }
      return ok(newRowId(context));
    },
    rows: <K extends Kind>(kind: K) =>
      [...bodies.values()].filter((row) => row.kind === kind) as unknown as readonly Row<K>[],
    mutationCount: () => mutationNumber,
  };
}

/** What a server would refuse as malformed must not pass here either. */
function parsed(kind: Kind, body: unknown): Body {
  const known = parseBody(kind, body);
  if (known === undefined) throw new Error(`A mutator made a ${kind} that is none: ${JSON.stringify(body)}`);
  return known;
}
