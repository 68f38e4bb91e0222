import { ok, type Result } from '#lib/result.ts';
import type { EnrolledRole } from '#domain/people.ts';
import type { BranchId } from '#domain/scalars.ts';
import { createVerify, nodeRandom } from '../auth/node-crypto.ts';
import type { Config } from '../config.ts';
import { createEngine, type Engine } from '../engine.ts';
import { inviteLink, makeOperatorInvite, terminalQr } from '../operator-invite.ts';
import { openStorage } from './open-storage.ts';

const ports = { clock: { now: () => Date.now() }, random: nodeRandom };

/** The engine over the database of a server that may be running; a sentence when there is none. */
export async function openEngine(settings: Config): Promise<Result<Engine, string>> {
  const storage = await openStorage(settings);
  return storage.ok ? ok(await createEngine(storage.value, { ...ports, verify: createVerify() })) : storage;
}

/** What an invite's link lets in, as the terminal says it. */
const WHO: Readonly<Record<EnrolledRole, string>> = {
  organiser: 'One organiser',
  driver: 'One driver',
  technicalSupport: 'One of technical support',
  coordinator: 'One coordinator, who sees totals and gaps of all branches,',
};

/** Makes an invite and prints its link. */
export async function inviteInto(
  engine: Engine,
  { publicUrl, port }: Config,
  { branch, role }: { readonly branch: BranchId; readonly role: EnrolledRole },
): Promise<void> {
  const link = inviteLink(
    publicUrl ?? `http://localhost:${port}`,
    await makeOperatorInvite(engine, ports, role, branch),
  );
  console.log(`${WHO[role]} enrols here, once, within a week:\n${link}\n${terminalQr(link)}`);
}
