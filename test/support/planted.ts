import { gunzipSync } from 'node:zlib';
import { type Body, type Kind, kinds, parseBody, put, type Row } from '#domain/rows.ts';
import type { BranchId } from '#domain/scalars.ts';
import { nodeRandom, sha256 } from '#server/auth/node-crypto.ts';
import { sqliteStorage } from '#server/storage/sqlite/sqlite-storage.ts';
import { applyPatch } from '#server/sync/project.ts';
import { beginWork, finishWork, NOBODY } from '#server/sync/work.ts';
import { busyMorning } from './busy-morning.ts';
import type { TestPhone } from './test-phone.ts';
import type { TestServer } from './test-server.ts';

/**
 * A branch with a row of every kind, in which every text that a person can have typed begins with a mark: what it holds is
 * recognised by it wherever it comes out.
 */
export function plantedRows(mark: string): readonly Row[] {
  return [...busyMorning().branch.rows.values()].map(
    (row) => ({ ...row, body: planted(row.kind, row.body, mark) }) as Row,
  );
}

/** Lays rows into a branch as if its people had made them: every audience of the branch is told. */
export async function layRows(
  { file, clock }: Pick<TestServer, 'file' | 'clock'>,
  branch: BranchId,
  rows: readonly Row[],
): Promise<void> {
  const storage = sqliteStorage(file);
  await storage.transact(branch, async (transaction) => {
    const work = await beginWork(transaction, branch, clock.now());
    for (const { kind, id, body } of rows) {
      const own = kind === 'branch' ? (branch as string as Row['id']) : id;
      await applyPatch(work, put(kind, own, body), NOBODY);
    }
    await finishWork(work, { sha256, random: nodeRandom });
  });
  await storage.close();
}

/** The kinds of which a mark can be in a row: the others have no text of a person. */
export function plantedKinds(rows: readonly Row[], mark: string): readonly Kind[] {
  return kinds.filter((kind) => rows.some((row) => row.kind === kind && JSON.stringify(row.body).includes(mark)));
}

/** All that came over the wire to a phone, unpacked. */
export function heardBy({ received }: Pick<TestPhone, 'received'>): string {
  return Buffer.concat(received.map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes))).toString('latin1');
}

/** Each text by itself: where its shape takes the mark, it bears it. */
function planted(kind: Kind, body: Body, mark: string): Body {
  let held: unknown = body;
  for (const path of textsOf(body)) {
    const tried = atPath(held, path, (text) => `${mark}${text}`);
    if (parseBody(kind, tried) !== undefined) held = tried;
  }
  return held as Body;
}

export type Path = readonly (string | number)[];

/** Where texts stand in a body. */
export function textsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function atPath(value: unknown, [key, ...rest]: Path, change: (text: string) => string): unknown {
  if (key === undefined) return change(String(value));
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (index === key ? atPath(inner, rest, change) : inner));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: atPath(fields[key], rest, change) };
}
