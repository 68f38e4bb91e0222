import '../require-node-26.ts';
import { createVerify, nodeRandom } from '../auth/node-crypto.ts';
import { revokedFile } from '../config.ts';
import { createEngine } from '../engine.ts';
import { named, type Revocable, revocables } from '../revocable.ts';
import { revokedListFile } from '../revoked-list.ts';
import type { Asked } from './arguments.ts';
import { openStorage } from './open-storage.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run revoke [-- --phone ID | --invite ID]

Shows which phones are let in and which invites nobody has used yet, each with its id, whose it is and when it was heard.
With --phone or --invite it closes that one; the first letters of its id, at least four, will do.

A phone that is revoked loses what it shows at its next contact, and what it still brings waits for an organiser under
Review: nothing that it holds unsent is destroyed. To let the person in again, an organiser makes a new invite.

It works while the server serves, and also while it does not. DATA_DIR or DATABASE_URL must be those of the server.`;

await runCommand({
  needs: [],
  takes: [],
  words: ['phone', 'invite'],
  help: HELP,
  nothingDone: 'Nothing was revoked.',
  perform: revoke,
});

type Words = Asked<never, never, 'phone' | 'invite'>['words'];

async function revoke({ words, settings }: Asked<never, never, 'phone' | 'invite'>): Promise<readonly string[]> {
  if (words.phone !== undefined && words.invite !== undefined) return ['One at a time: --phone ID or --invite ID.'];
  const storage = await openStorage(settings);
  if (!storage.ok) return [storage.error];
  const clock = { now: () => Date.now() };
  const ports = { clock, random: nodeRandom, verify: createVerify() };
  const engine = await createEngine(storage.value, ports, revokedListFile(revokedFile(settings)));
  try {
    const all = await revocables(storage.value, clock.now());
    const asked = askedFor(words);
    if (asked === undefined) return show(all);
    const [found, ...others] = named(all, asked.what, asked.letters);
    if (found === undefined) return [`No ${asked.what} has an id that begins with ${asked.letters}.`];
    if (others.length > 0) return [`More than one id begins with ${asked.letters}: say more of it.`];
    const done = await engine.operate(found.branch, found.mutation, clock.now());
    if (!done.ok) return [`The ${found.what} could not be revoked: it changed meanwhile. Look again.`];
    console.log(`Revoked: ${found.known}.`);
    return [];
  } finally {
    await engine.close();
  }
}

function askedFor({
  phone,
  invite,
}: Words): { readonly what: Revocable['what']; readonly letters: string } | undefined {
  if (phone !== undefined) return { what: 'phone', letters: phone };
  return invite === undefined ? undefined : { what: 'invite', letters: invite };
}

function show(all: readonly Revocable[]): readonly string[] {
  for (const what of ['phone', 'invite'] as const) {
    const ofKind = all.filter((one) => one.what === what);
    console.log(`${what === 'phone' ? 'Phones' : 'Open invites'}: ${ofKind.length}`);
    for (const { id, known } of ofKind) console.log(`  ${id}  ${known}`);
  }
  return [];
}
