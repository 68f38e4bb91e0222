import { isSame } from '#lib/same.ts';
import type { Args, Mutation } from '#domain/mutators.ts';
import { type Patch, type Row, rowKeyText } from '#domain/rows.ts';
import type { RunBody, Stop } from '#domain/run.ts';
import { stopsMarkOf } from '#domain/run-plan-fields.ts';
import { contestedRow } from '#domain/views/disagreement.ts';

type Rows = ReadonlyMap<string, Row>;

/**
 * What a plan that took effect has overwritten although its author had not seen it; undefined for nothing. Told from the
 * rows and from what the author says to have seen, by none of the rules of the mutators.
 */
export function overwritten(mutation: Mutation, before: Rows, patches: readonly Patch[]): string | undefined {
  const key = contestedRow(mutation);
  if (key === undefined) return undefined;
  const row = before.get(rowKeyText(key));
  switch (mutation.name) {
    case 'runAmend':
      return row?.kind === 'run' ? unseenOfRun(mutation.args, row.body) : undefined;
    case 'stopsMove':
      return lostByMove(mutation.args, before, patches);
    default: {
      const { was, now } = mutation.args as { readonly was: object | null; readonly now: object | null };
      const body = row === undefined ? null : (row.body as object);
      const isSeen = isHeld(body, was) || isHeld(body, now);
      return isSeen
        ? undefined
        : `${mutation.name} was about ${JSON.stringify(was)}, and ${JSON.stringify(body)} stood there`;
    }
  }
}

/** The fields that somebody spoke of, as they stand. */
function isHeld(body: object | null, said: object | null): boolean {
  if (body === null || said === null) return body === said;
  const fields = Object.entries(body).filter(([field]) => Object.hasOwn(said, field));
  return isSame(Object.fromEntries(fields), said);
}

function unseenOfRun({ was, now }: Args<'runAmend'>, body: RunBody): string | undefined {
  const fields = ['label', 'window', 'kitchen', 'driver'] as const;
  const torn = fields.find(
    (field) => now[field] !== was[field] && body[field] !== was[field] && body[field] !== now[field],
  );
  if (torn !== undefined) return `runAmend changed ${torn} from ${was[torn]}, and it was ${body[torn]}`;
  if (now.stops === null) return undefined;
  const isSeen = [was.stops, stopsMarkOf(now.stops)].includes(stopsMarkOf(body.stops));
  return isSeen ? undefined : 'runAmend put stops in place of others than its author saw';
}

/** Stops that move come from where they were seen, and neither run loses or gains anything else. */
function lostByMove(args: Args<'stopsMove'>, before: Rows, patches: readonly Patch[]): string | undefined {
  const runs = patches.flatMap((patch) => (patch.op === 'put' && patch.kind === 'run' ? [patch] : []));
  const stood = runs.flatMap(({ id }) => {
    const row = before.get(`run/${id}`);
    return row?.kind === 'run' ? row.body.stops : [];
  });
  // A run that is called off keeps what it had, for whoever reads about it.
  const stands = runs.flatMap(({ body }) => {
    const { status, stops } = body;
    return status === 'planned' || status === 'underWay' ? stops : [];
  });
  if (!isSame(amountsOf(stood), amountsOf(stands))) return 'stopsMove has changed what is planned';
  const from = before.get(`run/${args.from}`);
  const seen = from?.kind === 'run' ? from.body.stops : [];
  const unseen = args.stops.find((stop) => !seen.some((one) => isSame(one, stop)));
  return unseen === undefined ? undefined : `stopsMove took ${JSON.stringify(unseen)}, which did not stand there`;
}

/** How much of each item is planned for each place. */
function amountsOf(stops: readonly Stop[]): Readonly<Record<string, number>> {
  const amounts: Record<string, number> = {};
  for (const { checkpoint, lines } of stops) {
    amounts[checkpoint] ??= 0;
    for (const { item, count } of lines)
      amounts[`${checkpoint} ${item}`] = (amounts[`${checkpoint} ${item}`] ?? 0) + count;
  }
  return amounts;
}
