import type { Body, Kind } from '#domain/rows.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { present } from './sponsor/sponsor-rows.ts';
import type { Storage } from './storage/port.ts';

/** A door that the operator can close: a phone that is let in, or an invite that nobody used yet. */
export type Revocable = {
  readonly branch: BranchId;
  readonly what: 'phone' | 'invite';
  readonly id: RowId;
  /** What people know it by. */
  readonly known: string;
  readonly mutation: Mutation;
};

/** Fewer letters of an id could be another one's too, sooner or later. */
const FEWEST_LETTERS = 4;

/** All phones and open invites of all branches, in the order of what they are known by. */
export async function revocables(storage: Storage, now: number): Promise<readonly Revocable[]> {
  const found: Revocable[] = [];
  for (const branch of await storage.branches()) {
    await storage.transact(branch, async (transaction) => {
      const all = async <K extends Kind>(kind: K) => present<K>(await transaction.rowsOfKind(kind));
      const members = new Map((await all('member')).map(({ id, body }) => [id, body]));
      const heard = new Map((await all('contact')).map(({ id, body }) => [id, body.heardAt]));
      const devices = (await all('device')).filter(({ body }) => body.status === 'active');
      const invites = (await all('invite')).filter(({ body }) => body.status === 'open' && body.expiresAt > now);
      found.push(
        ...devices.map(({ id, body }): Revocable => {
          const known = phoneText(body, members.get(body.member), heard.get(id));
          return { branch, what: 'phone', id, known, mutation: { name: 'deviceRevoke', args: { device: id } } };
        }),
        ...invites.map(({ id, body }): Revocable => {
          const known = `${body.label === '' ? 'for anyone' : body.label}, ${body.role}, until ${timeText(body.expiresAt)}`;
          return { branch, what: 'invite', id, known, mutation: { name: 'inviteRevoke', args: { id } } };
        }),
      );
    });
  }
  return found.toSorted((a, b) => (a.known < b.known ? -1 : 1));
}

/** Those whose id begins so. */
export function named(all: readonly Revocable[], what: Revocable['what'], letters: string): readonly Revocable[] {
  if (letters.length < FEWEST_LETTERS) return [];
  return all.filter((one) => one.what === what && one.id.startsWith(letters));
}

/** A phone by its holder; `heardAt` is not known of one that was never heard after it enrolled. */
function phoneText({ label }: Body<'device'>, member: Body<'member'> | undefined, heardAt: number | undefined): string {
  const holder = member === undefined ? 'nobody' : `${member.name}, ${member.role}`;
  return `${holder}, ${label}, ${heardAt === undefined ? 'not heard yet' : `heard ${timeText(heardAt)}`}`;
}

function timeText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
