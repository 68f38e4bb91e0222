import type { Standing } from '#domain/context.ts';
import { type MutationName, isMutationName, mutatorOf } from '#domain/mutators.ts';
import { fromBytes } from '#protocol/canonical.ts';
import type { LogRecord } from '../records.ts';

/** A mutation of this device, read back from its log. */
export type OwnMutation = {
  readonly number: number;
  readonly claimedAt: number;
  readonly standing?: Standing | undefined;
  /** Null when this program cannot read it: a newer one wrote it. It has no effect here until the server tells of it. */
  readonly call: { readonly name: MutationName; readonly args: unknown } | null;
  /** Key texts. */
  readonly read: readonly string[];
  readonly wrote: readonly string[];
};

/** Reads a log record's arguments. */
export function readOwnMutation({
  number,
  claimedAt,
  standing,
  name,
  version,
  args,
  read,
  wrote,
}: LogRecord): OwnMutation {
  const isKnown = isMutationName(name) && version <= mutatorOf(name).version;
  const parsed = isKnown ? fromBytes(mutatorOf(name).args, args) : undefined;
  const call = isKnown && parsed?.ok === true ? { name, args: parsed.value } : null;
  return { number, claimedAt, standing, call, read, wrote };
}

/** Every key that it touched here. */
export function touchedBy(mutation: OwnMutation): readonly string[] {
  return [...mutation.read, ...mutation.wrote];
}
