import { type Args, isMutationName, type MutationName, mutatorOf } from '#domain/mutators.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { readPosition } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';
import type { ExceptionRecord, LogRecord } from '../records.ts';
import { type RecordStanding, recordStanding } from '../unsent-state.ts';

/** What a person did, as far as this program can read it. */
export type RecordedMutation =
  | { readonly [N in MutationName]: { readonly name: N; readonly args: Args<N> } }[MutationName]
  | { readonly name: 'unreadable'; readonly args: null };
export type UnsentRecord = RecordedMutation & RecordStanding & { readonly number: number; readonly claimedAt: number };

/** What is not on the server yet, and what needs somebody: oldest first. */
export async function unsent({ database }: PhoneStore): Promise<readonly UnsentRecord[]> {
  return database.transaction('r', [database.log, database.meta, database.exceptions], async () => {
    const [position, exceptions] = await Promise.all([readPosition(database), database.exceptions.toArray()]);
    const exceptionsByNumber = new Map(exceptions.map((exception) => [exception.number, exception]));
    const beyond = await database.log.where('number').above(position.acknowledgedThrough).toArray();
    const isOpen = ({ number, isSeen }: ExceptionRecord) => !isSeen && number <= position.acknowledgedThrough;
    const older = exceptions.filter(isOpen).map(({ number }) => number);
    const records = [...(await database.log.bulkGet(older)), ...beyond].filter((record) => record !== undefined);
    return records.map((record) => ({
      ...readMutation(record),
      ...recordStanding(record.number, position, exceptionsByNumber.get(record.number)),
      number: record.number,
      claimedAt: record.claimedAt,
    }));
  });
}

/** What an entry of the log says. */
export function readMutation(record: Pick<LogRecord, 'name' | 'args'>): RecordedMutation {
  if (!isMutationName(record.name)) return { name: 'unreadable', args: null };
  const args = fromBytes(mutatorOf(record.name).args, record.args);
  return args.ok ? ({ name: record.name, args: args.value } as RecordedMutation) : { name: 'unreadable', args: null };
}
