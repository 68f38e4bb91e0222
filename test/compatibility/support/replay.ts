import { expect } from 'vitest';

import { isMutationName, mutatorOf, type Mutation } from '#domain/mutators.ts';
import type { DeviceId, RowId } from '#domain/scalars.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { credentialSchema } from '#protocol/credential.ts';
import { enrolAnswerSchema, enrolRequestSchema } from '#protocol/enrolment.ts';
import { bytesToEntry, type Entry } from '#protocol/entry.ts';
import { rowJson } from '#protocol/row-json.ts';
import { isGenuineSegment, type Segment } from '#protocol/segment.ts';
import { answerBodySchema, type Outcome, syncAnswerSchema } from '#protocol/sync-answer.ts';
import { syncRequestSchema } from '#protocol/sync-request.ts';
import { sha256, verifySignature } from '#test/support/crypto.ts';
import { granted, type Hand, newTestBranch, type TestBranch } from '#test/support/test-branch.ts';
import { readMessage, type RecordedMessage, type Recording } from './recording.ts';

export type Replayed = {
  /** The text of each row by its key. */
  readonly rows: ReadonlyMap<string, string>;
  readonly applied: number;
  readonly refused: number;
};

const operator: Hand = { role: 'operator', member: null, device: '0000000000000000' as DeviceId };

type State = {
  readonly organisation: string;
  readonly branch: TestBranch;
  readonly keys: Map<DeviceId, Uint8Array>;
  readonly hands: Map<DeviceId, Hand>;
  readonly taken: Set<string>;
  /** What today's code made of the entries that the next answer speaks of. */
  made: Pick<Outcome, 'from' | 'status' | 'code'>[];
  applied: number;
  refused: number;
};

/** Applies what the recorded phones sent, in the order in which it came, and holds it against what they were answered. */
export async function replay({ organisation, invites, messages }: Recording): Promise<Replayed> {
  const state: State = {
    organisation,
    branch: newTestBranch(),
    keys: new Map(),
    hands: new Map(),
    taken: new Set(),
    made: [],
    applied: 0,
    refused: 0,
  };
  for (const { id, role, expiresAt } of invites) {
    const args = { id: id as RowId, role, label: '', expiresAt, member: null };
    granted(state.branch.does(operator, { name: 'inviteCreate', args }));
  }
  for (const message of messages) {
    await takeQuestion(state, message);
    takeAnswer(state, message);
  }
  const rows = new Map([...state.branch.rows].map(([key, row]) => [key, rowJson(row.kind, row.body)]));
  return { rows, applied: state.applied, refused: state.refused };
}

async function takeQuestion(state: State, message: RecordedMessage): Promise<void> {
  const enrolling = readMessage(message, 'enrolRequest', enrolRequestSchema);
  if (enrolling !== undefined) state.keys.set(enrolling.device, enrolling.signKey);
  const asked = enrolling ?? readMessage(message, 'syncRequest', syncRequestSchema);
  if (asked?.segment) await takeSegment(state, asked.device, asked.segment);
}

async function takeSegment(state: State, device: DeviceId, segment: Segment): Promise<void> {
  const { organisation, keys } = state;
  const crypto = { sha256, verify: verifySignature };
  expect(await isGenuineSegment({ organisation, device }, segment, keys.get(device) ?? new Uint8Array(), crypto)).toBe(
    true,
  );
  for (const bytes of segment.entries) {
    const entry = bytesToEntry(bytes);
    expect(entry.ok).toBe(true);
    if (entry.ok && !state.taken.has(`${device} ${entry.value.number}`)) takeEntry(state, device, entry.value);
  }
}

function takeEntry(state: State, device: DeviceId, entry: Entry): void {
  state.taken.add(`${device} ${entry.number}`);
  const name = entry.name as Mutation['name'];
  expect(isMutationName(name)).toBe(true);
  const args = fromBytes(mutatorOf(name).args, entry.args);
  expect(args.ok).toBe(true);
  if (!args.ok) return;
  const hand = state.hands.get(device) ?? { role: 'newcomer', member: null, device };
  const outcome = state.branch.replays(hand, { name, args: args.value } as Mutation, entry);
  if (outcome.ok) state.applied += 1;
  else state.refused += 1;
  const code = outcome.ok ? null : outcome.error.code;
  state.made.push({ from: entry.number, status: outcome.ok ? 'applied' : 'rejected', code });
}

function takeAnswer(state: State, message: RecordedMessage): void {
  const enrolled = readMessage(message, 'enrolAnswer', enrolAnswerSchema);
  const credential = enrolled && fromBytes(credentialSchema, enrolled.credential.statement);
  if (credential?.ok === true) {
    const { role, member, device } = credential.value;
    state.hands.set(device, { role, member, device });
    expect(state.branch.body('device', device as string as RowId)?.member).toBe(member);
    state.made = [];
  }
  const answered = readMessage(message, 'syncAnswer', syncAnswerSchema);
  const body = answered && fromBytes(answerBodySchema, answered.body);
  if (body?.ok !== true) return;
  for (const { from, status, code } of state.made) {
    const told = body.value.outcomes.find((outcome) => outcome.from <= from && from <= outcome.to);
    expect(told).toMatchObject({ status, code });
  }
  state.made = [];
}
