import '../require-node-26.ts';
import { kinds, type RowKey } from '#domain/rows.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { createVerify, nodeRandom } from '../auth/node-crypto.ts';
import { databaseFile, erasedFile, revokedFile } from '../config.ts';
import { createEngine } from '../engine.ts';
import { erasedListFile } from '../erased-list.ts';
import { revokedListFile } from '../revoked-list.ts';
import { present } from '../sponsor/sponsor-rows.ts';
import { scrubFile } from '../storage/sqlite/scrub.ts';
import type { Storage } from '../storage/port.ts';
import type { Asked } from './arguments.ts';
import { openStorage } from './open-storage.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run erase [-- --member ID --name NAME]

Shows the members, each with an id; with --member and, so that it is surely the right one, --name it erases that person for
good: name, telephone, phones, when they are free, the link to all deliveries, counts and runs, their own notes, and all that
their phones wrote in the log. Their phones are out; what those bring later waits under Review, as of any revoked phone. What
was delivered stays, and so do all sums, the numbers of the log and the signatures.

What stays too: what others wrote - the command then says which of it still holds the name or the telephone, for organisers to
change - and backups that were made before: delete those when you can. erased.txt beside the database says by ids who was erased, so that a restored backup erases them again.

It works while the server serves. DATA_DIR or DATABASE_URL must be those of the server.`;

await runCommand({
  needs: [],
  takes: [],
  words: ['member', 'name'],
  help: HELP,
  nothingDone: 'Nobody was erased.',
  perform: erase,
});

type Listed = {
  readonly branch: BranchId;
  readonly id: RowId;
  readonly name: string;
  readonly phone: string | null;
  readonly role: string;
};

async function erase({ words, settings }: Asked<never, never, 'member' | 'name'>): Promise<readonly string[]> {
  const storage = await openStorage(settings);
  if (!storage.ok) return [storage.error];
  const now = Date.now();
  const ports = { clock: { now: () => now }, random: nodeRandom, verify: createVerify() };
  const lists = [revokedListFile(revokedFile(settings)), erasedListFile(erasedFile(settings))] as const;
  let mentions: readonly RowKey[];
  const engine = await createEngine(storage.value, ports, ...lists);
  try {
    const members = await membersOf(storage.value);
    const { member: id, name } = words;
    if (id === undefined) return show(members);
    const found = members.find((member) => member.id === id);
    if (found === undefined) return [`There is no member ${id}. Without options the command shows them all.`];
    if (name !== found.name) return ['--name must be what this member is called, letter for letter.'];
    await engine.erase(found.branch, found.id, now);
    mentions = await rowsHolding(storage.value, found);
  } finally {
    await engine.close();
  }
  if (settings.databaseUrl === null) scrubFile(databaseFile(settings));
  console.log('The person is erased. Backups made before still hold them, until you delete those.');
  if (mentions.length > 0) console.log('What others wrote still holds the name or the telephone:');
  for (const { kind, id } of mentions) console.log(`  ${kind} ${id}`);
  return [];
}

/** Where what is left of a branch still holds the whole name of a person, in any letter case, or their telephone. */
async function rowsHolding(storage: Storage, { branch, name, phone }: Listed): Promise<readonly RowKey[]> {
  const sought = [name, phone ?? ''].filter((text) => text !== '').map((text) => text.toLowerCase());
  const found: RowKey[] = [];
  for (const kind of kinds) {
    const rows = await storage.transact(branch, (transaction) => transaction.rowsOfKind(kind));
    const holds = (row: object) => sought.some((text) => JSON.stringify(row).toLowerCase().includes(text));
    found.push(
      ...present(rows)
        .filter(({ body }) => holds(body))
        .map(({ id }) => ({ kind, id })),
    );
  }
  return found;
}

async function membersOf(storage: Storage): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  for (const branch of await storage.branches()) {
    const rows = await storage.transact(branch, (transaction) => transaction.rowsOfKind('member'));
    all.push(
      ...present<'member'>(rows).map(({ id, body }) => ({
        branch,
        id,
        name: body.name,
        phone: body.phone,
        role: body.role,
      })),
    );
  }
  return all;
}

function show(members: readonly Listed[]): readonly string[] {
  console.log(`Members: ${members.length}`);
  for (const { id, name, role } of members) console.log(`  ${id}  ${name}, ${role}`);
  return [];
}
