/**
 * Records a day between phones and a server of this version: `node test/compatibility/support/record.ts`. Once a version is
 * released its recording is never made anew; a new version gets a folder of its own, and the old ones stay.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { assert } from '#lib/assert.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { EnrolledRole } from '#domain/people.ts';
import { bodies } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { rowJson } from '#protocol/row-json.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { hex, toPlain } from '#test/protocol/support/vectors.ts';
import { invite, place, runArgs } from '#test/support/breakfast.ts';
import { sha256 } from '#test/support/crypto.ts';
import { testPhone, type TestPhone } from '#test/support/test-phone.ts';
import { amount, delivery, TODAY, writeItem } from '#test/support/test-plan.ts';
import { NOON, startTestServer } from '#test/support/test-server.ts';
import { type RecordedMessage, type Recording, recordingFile, schemaOf } from './recording.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const server = await startTestServer();
const recorded: RecordedMessage[] = [];
const invites: Recording['invites'][number][] = [];

const dana = await enrolled('organiser', 'Дана');
const aigul = await enrolled('driver', 'Айгүл');
const { run, post, tea } = plan();
await dana.settle();
await aigul.settle();
drive();
await aigul.settle();
lateWork();
await dana.settle();
await aigul.settle();
await dana.settle();

const { organisation } = dana.me();
const serverKey = hex((await server.engine().founding()).publicKey);
const rows = Object.fromEntries(
  [...dana.rows.values()]
    .filter(({ kind }) => kind !== 'contact')
    .map(({ kind, id, body }) => [`${kind}/${id}`, rowJson(kind, body as never)]),
);
const recording: Recording = { version: PROTOCOL_VERSION, organisation, serverKey, invites, messages: recorded, rows };
mkdirSync(dirname(recordingFile(PROTOCOL_VERSION)), { recursive: true });
writeFileSync(recordingFile(PROTOCOL_VERSION), `${JSON.stringify(recording, null, 1)}\n`);
await server.stop();
console.log(`${recorded.length} messages, ${Object.keys(rows).length} rows of ${Object.keys(bodies).length} kinds`);

async function enrolled(role: EnrolledRole, name: string): Promise<TestPhone> {
  const secret = await server.invite(role);
  invites.push({ id: inviteIdOf(sha256, secret), role, expiresAt: NOON + WEEK_MS });
  const phone = testPhone(ask, server.clock);
  const answer = await phone.enrol(secret, name, '+7 701 000 00 01');
  assert(answer.ok, 'an invited phone enrols');
  await phone.settle();
  return phone;
}

/** Asks the server, and writes down what both said. */
async function ask(path: string, init: RequestInit): Promise<Response> {
  const [question, answer] = {
    '/api/invite': ['inviteQuestion', 'inviteOffer'] as const,
    '/api/enrol': ['enrolRequest', 'enrolAnswer'] as const,
    '/api/sync': ['syncRequest', 'syncAnswer'] as const,
  }[path] ?? [undefined, undefined];
  assert(question !== undefined && init.body instanceof Uint8Array, 'phones ask three things');
  write(question, init.body);
  const response = await server.app().request(path, init);
  assert(response.status === 200, 'nothing of this day is refused');
  const bytes = new Uint8Array(await response.arrayBuffer());
  write(answer, bytes);
  return new Response(bytes, response);
}

function write(type: RecordedMessage['type'], bytes: Uint8Array): void {
  const read = fromBytes(schemaOf(type), bytes);
  assert(read.ok, `a ${type} has its shape`);
  recorded.push({ type, bytes: hex(bytes), value: toPlain(read.value) });
}

function does(phone: TestPhone, mutation: Mutation): RowId {
  return phone.rowId(phone.write(mutation));
}

function plan() {
  does(dana, { name: 'branchAmend', args: { name: 'Көкшетау', utcOffsetMinutes: 300 } });
  does(dana, { name: 'inviteCreate', args: invite('next', { label: 'Серик, with the van' }) });
  const tea = writeItem(dana, 'Чай');
  const soup = writeItem(dana, 'Soup');
  does(dana, { name: 'itemClose', args: { id: soup } });
  const fields = { name: 'Ночной чай', startMinute: 1_380, endMinute: 1_500 };
  const window = does(dana, { name: 'mealWindowCreate', args: { fields } });
  const school = { name: 'School 3', otherNames: null, landmark: '', phone: null, position: null };
  const kitchen = does(dana, { name: 'kitchenCreate', args: { fields: school } });
  const post = does(dana, { name: 'checkpointCreate', args: { fields: place('Пост «Восток»', '17') } });
  const clinic = does(dana, { name: 'checkpointCreate', args: { fields: place('Clinic', '18') } });
  does(dana, { name: 'checkpointCreate', args: { fields: place('Taken', '17') } });
  const stops = [post, clinic].map((checkpoint) => ({ checkpoint, lines: [amount(tea, 20)] }));
  const run = does(dana, { name: 'runPlan', args: runArgs({ window, kitchen, driver: aigul.me().member, stops }) });
  const source = '2026-01-10~0123456789abcdef~1';
  const past = { source, label: 'MISSION 29/4 *01', on: TODAY, window: null, stops };
  does(dana, { name: 'runImport', args: past });
  return { run, post, clinic, tea };
}

function drive(): void {
  does(aigul, { name: 'runAccept', args: { run } });
  does(aigul, { name: 'runDepart', args: { run, loaded: [amount(tea, 40)] } });
  const first = does(aigul, delivery(post, tea, { run, stop: 0 }));
  const corrected = { delivery: first, lines: [amount(tea, 7.5)], reason: 'notEnough', note: 'потекло' } as const;
  does(aigul, { name: 'deliveryCorrect', args: { ...corrected, lines: [...corrected.lines] } });
  does(aigul, delivery(post, tea, { note: 'unplanned 🍵', how: 'told' }));
  does(aigul, { name: 'runComplete', args: { run } });
  does(aigul, { name: 'runAccept', args: { run } });
  const late = does(aigul, delivery(post, tea, { run, stop: 1, lines: [], reason: 'roadBlocked' }));
  does(aigul, { name: 'deliveryWithdraw', args: { delivery: late, note: '' } });
}

function lateWork(): void {
  does(dana, { name: 'memberAdd', args: { name: 'Серик ата', phone: null } });
  does(dana, { name: 'runAssign', args: { run, driver: null } });
  does(dana, { name: 'checkpointClose', args: { id: post } });
}
