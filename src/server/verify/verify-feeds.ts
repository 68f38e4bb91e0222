import type { Audience } from '#domain/audiences.ts';
import { type Kind, kinds, parseBody, type Row, rowKeyText } from '#domain/rows.ts';
import type { BranchId } from '#domain/scalars.ts';
import { rowJson } from '#protocol/row-json.ts';
import type { FeedRow, Survey } from '../storage/port.ts';
import type { Findings } from './findings.ts';
import { freshFeeds } from './fresh-feeds.ts';

const PAGE = 2_000;

/**
 * Reads every row through its shape, and holds every feed against what a fresh look at the rows shows. Gives the numbers of
 * rows and of what feeds hold.
 */
export async function verifyFeeds(
  survey: Survey,
  branch: BranchId,
  findings: Findings,
): Promise<{ readonly rows: number; readonly told: number }> {
  const { number: last } = await survey.history();
  const rows: Row[] = [];
  for (const kind of kinds) rows.push(...(await readRows(survey, kind, last, findings)));
  const fresh = freshFeeds(branch, rows);
  let told = 0;
  for (const audience of new Set<Audience>([...fresh.keys(), ...(await survey.audiences())])) {
    const expected = new Map(
      [...(fresh.get(audience) ?? [])].map(([key, row]) => [key, rowJson(row.kind, row.body)] as const),
    );
    for (const row of await readFeed(survey, audience)) {
      const key = rowKeyText(row);
      const right = expected.get(key) ?? null;
      expected.delete(key);
      told += 1;
      if (row.number > last) findings.add('numberBeyond', `${audience} ${key}`);
      if (row.body !== right) findings.add('feedDiffers', `${audience} ${key}`);
    }
    for (const key of expected.keys()) findings.add('feedLacks', `${audience} ${key}`);
  }
  return { rows: rows.length, told };
}

async function readRows(survey: Survey, kind: Kind, last: number, findings: Findings): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { id, version, body: text } of await survey.rowsOfKind(kind)) {
    if (version > last) findings.add('numberBeyond', `${kind}/${id}`);
    if (text === null) continue;
    const body = parsed(kind, text);
    if (body === undefined || rowJson(kind, body) !== text) findings.add('rowUnreadable', `${kind}/${id}`);
    if (body !== undefined) rows.push({ kind, id, body } as Row);
  }
  return rows;
}

function parsed(kind: Kind, text: string): ReturnType<typeof parseBody> {
  try {
    return parseBody(kind, JSON.parse(text));
  } catch {
    // Not even JSON: a finding, like any other unreadable row.
    return undefined;
  }
}

async function readFeed(survey: Survey, audience: Audience): Promise<readonly FeedRow[]> {
  const rows: FeedRow[] = [];
  for (;;) {
    const page = await survey.readFeed([audience], rows.at(-1)?.number ?? 0, PAGE);
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}
