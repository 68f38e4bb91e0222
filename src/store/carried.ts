import type { Verify } from '#lib/ports.ts';
import { bytesToBase32 } from '#lib/base32.ts';
import { err, ok, type Result } from '#lib/result.ts';
import type { RowId } from '#domain/scalars.ts';
import { MAX_REQUEST_BYTES } from '#protocol/bounds.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { credentialSchema } from '#protocol/credential.ts';
import { isGenuineSegment } from '#protocol/segment.ts';
import { type SegmentFile, segmentFileSchema } from '#protocol/segment-file.ts';
import { readSigned } from '#protocol/signed.ts';
import { unreadableBecause } from '#protocol/version.ts';
import type { Identity } from './identity.ts';
import type { PhoneStore } from './phone-store.ts';
import type { CarriedFile, CarriedOutcome } from './records.ts';
import { sha256 } from './sha256.ts';

/** Why a file was not taken. `already`: it is here, or the server is known to have all of it. */
export type CarryTrouble = 'notOurs' | 'cutOff' | 'foreign' | 'forged' | 'newer' | 'already' | 'tooBig' | 'tooMany';

/** More files than all drivers of a large branch bring on a day without a network. */
const MAX_CARRIED = 500;
/** What a request needs beside the file. */
const ROOM_BYTES = 1_024;
const ID_BYTES = 16;
const PURPOSE = 'dastarkhan-segment-file';

/** Keeps a file if every byte of it is what a phone of this branch signed; else says what is wrong, and changes nothing. */
export async function takeFile(
  store: PhoneStore,
  bytes: Uint8Array,
  verify: Verify,
): Promise<Result<CarriedFile, CarryTrouble>> {
  const identity = await store.identity();
  if (bytes.length > MAX_REQUEST_BYTES - ROOM_BYTES) return err('tooBig');
  const read = fromBytes(segmentFileSchema, bytes);
  if (!read.ok || identity === null) return err(troubleOfBytes(bytes));
  const file = read.value;
  const checked = await check(file, identity, verify);
  if (!checked.ok) return checked;
  const { segment, device } = file;
  const carried: CarriedFile = {
    id: bytesToBase32(sha256(bytes).subarray(0, ID_BYTES)),
    device,
    member: checked.value,
    count: segment.entries.length,
    bytes,
    takenAt: store.ports.clock.now(),
    outcome: null,
  };
  const { carried: table, contact } = store.database;
  return store.database.transaction('rw', [table, contact], async () => {
    const heard = await contact.get(device as string as RowId);
    const isOnServer = (heard?.body.throughNumber ?? 0) >= segment.firstNumber + segment.entries.length - 1;
    if (isOnServer || (await isHere(table, carried.id))) return err('already');
    if ((await table.count()) >= MAX_CARRIED) return err('tooMany');
    await table.put(carried);
    return ok(carried);
  });
}

/** Whose work it is, when all of it is genuine and of this branch. */
async function check(
  { organisation, device, credential, segment }: SegmentFile,
  identity: Identity,
  verify: Verify,
): Promise<Result<RowId, CarryTrouble>> {
  if (organisation !== identity.organisation) return err('foreign');
  const said = await readSigned(credentialSchema, credential, identity.serverKey, verify);
  if (!said.ok || said.value.device !== device || said.value.organisation !== organisation) return err('forged');
  if (said.value.branch !== identity.branch) return err('foreign');
  const isGenuine = await isGenuineSegment({ organisation, device }, segment, said.value.signKey, { sha256, verify });
  return isGenuine ? ok(said.value.member) : err('forged');
}

/** What begins as a file of ours was cut off on its way, or changed; what does not was never one. */
function troubleOfBytes(bytes: Uint8Array): CarryTrouble {
  const afterPurpose = PURPOSE.length + 2;
  const [head = 0] = bytes;
  if (new TextDecoder().decode(bytes.subarray(2, afterPurpose)) !== PURPOSE) return 'notOurs';
  // The version is the field behind the purpose; in a request it is the first.
  const asRequest = Uint8Array.of(head, ...bytes.subarray(afterPurpose, afterPurpose + 8));
  return unreadableBecause(asRequest) === 'unsupportedVersion' ? 'newer' : 'cutOff';
}

/** One that the server refused may be opened again, to be tried again. */
async function isHere(table: PhoneStore['database']['carried'], id: string): Promise<boolean> {
  const known = await table.get(id);
  return known !== undefined && known.outcome?.type !== 'refused';
}

/** All files on this device, the newest first. */
export async function carriedFiles({ database }: PhoneStore): Promise<readonly CarriedFile[]> {
  return (await database.carried.toArray()).toSorted((a, b) => b.takenAt - a.takenAt || a.id.localeCompare(b.id));
}

/** What became of one. */
export async function noteOutcome({ database }: PhoneStore, id: string, outcome: CarriedOutcome): Promise<void> {
  await database.carried.update(id, { outcome });
}
