import { err, ok, type Result } from '#lib/result.ts';
import { type Body, type Kind, kinds, parseBody, type RowKey } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { isBodyOf } from '#protocol/row-shape.ts';
import type { OwnRows, PageStep } from '#protocol/sync-answer.ts';

/** A row as a page tells of it; body null when it has left this phone's audiences. */
export type PageRow = RowKey & { readonly body: Body | null };
export type ReadStep =
  | { readonly type: 'rows'; readonly rows: readonly PageRow[] }
  | { readonly type: 'own'; readonly own: OwnRows };
/** `tooNew`: a body is not of its kind's shape, so the whole page waits for the update. */
export type ReadPage = Result<readonly ReadStep[], { readonly code: 'tooNew' }>;

/**
 * Reads a page's steps. Kinds that this program does not know are passed over: a newer one pulls from the beginning. A
 * body that is not of its kind's shape is `tooNew`: the whole page waits for the update.
 */
export function readSteps(steps: readonly PageStep[]): ReadPage {
  const read: ReadStep[] = [];
  for (const { rows, own } of steps) {
    if (own !== null) {
      read.push({ type: 'own', own });
      continue;
    }
    const parsed = readRows(rows);
    if (parsed === undefined) return err({ code: 'tooNew' });
    read.push({ type: 'rows', rows: parsed });
  }
  return ok(read);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readRows(json: Uint8Array): readonly PageRow[] | undefined {
  const rows: PageRow[] = [];
  for (const [kind, id, body] of JSON.parse(utf8.decode(json)) as readonly (readonly [string, RowId, unknown])[]) {
    if (!isKind(kind)) continue;
    const parsed = body === null || isBodyOf(kind, body) ? body : parseBody(kind, body);
    if (parsed === undefined) return undefined;
    rows.push({ kind, id, body: parsed });
  }
  return rows;
}

function isKind(text: string): text is Kind {
  return kinds.some((kind) => kind === text);
}
