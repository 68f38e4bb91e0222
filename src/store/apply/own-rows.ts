import { isSameBytes } from '#lib/bytes.ts';
import { type Audience, projectionsOf } from '#domain/audiences.ts';
import type { FindBody } from '#domain/records-of-run.ts';
import { type Body, type Kind, type Patch, type Row, rowKeyText } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { rowJson } from '#protocol/row-json.ts';
import { type OwnRows, rowText } from '#protocol/sync-answer.ts';
import { sha256 } from '../sha256.ts';
import type { OwnMutation } from './own-mutation.ts';
import { type Runner, runAgain, type View } from './view.ts';

const utf8 = new TextEncoder();

/**
 * Makes the rows of a stretch of this device's own mutations again, on top of the base, and writes them into `changes`.
 * True when they are what the server has (SPEC 8.11): then they need not travel.
 * @param applied all own mutations whose rows this page and later ones tell of, in the order of their commits: a row that
 * one of the stretch wrote and a later one wrote again stands at its last place only
 */
export function remakeOwnRows(
  own: OwnRows,
  applied: readonly OwnMutation[],
  situation: {
    readonly view: View;
    readonly changes: Map<string, Body | null>;
    readonly runner: Runner;
    /** Takes those that wrote other rows now than they did here before, by number. */
    readonly differing: Map<number, readonly string[]>;
  },
): boolean {
  const { view, changes, runner, differing } = situation;
  const isInStretch = ({ number }: OwnMutation) => own.from <= number && number <= own.to;
  const beyond = applied.slice(applied.findLastIndex(isInStretch) + 1);
  const writtenAgain = new Set(beyond.flatMap(({ wrote }) => wrote));
  const audiences = (runner.position.scope ?? '').split(',');
  const texts = new Map<string, string>();
  for (const mutation of applied.filter(isInStretch)) {
    const { patches } = runAgain(mutation, view.find, runner);
    const wrote = patches.map(rowKeyText);
    if (wrote.join(' ') !== mutation.wrote.join(' ')) differing.set(mutation.number, wrote);
    for (const patch of patches) {
      const text = rowKeyText(patch);
      changes.set(text, patch.op === 'put' ? patch.body : null);
      if (writtenAgain.has(text)) continue;
      for (const shown of shownTo(audiences, runner.identity.branch, patch)) {
        // A row written twice stands at its last place: taken out, and put in again at the end.
        const shownText = rowKeyText(shown);
        texts.delete(shownText);
        texts.set(shownText, rowText(shown.kind, shown.id, shown.json));
      }
    }
  }
  // What is not loaded yet may change all of it: it is asked for first.
  if (view.missing.size > 0) return true;
  if (texts.size !== own.count) return false;
  return isSameBytes(sha256(utf8.encode([...texts.values()].join(''))), own.hash);
}

/** What this phone wrote itself it sees by its own right: whose run it is changes nothing. */
const nothingElse: FindBody = () => undefined;

type Shown = { readonly kind: Kind; readonly id: RowId; readonly json: string | null };

/** What the feeds of this phone show of a patch. */
function shownTo(
  audiences: readonly string[],
  branch: Parameters<typeof projectionsOf>[0],
  patch: Patch,
): readonly Shown[] {
  if (patch.op === 'remove') return [{ kind: patch.kind, id: patch.id, json: null }];
  const row = { kind: patch.kind, id: patch.id, body: patch.body } as Row;
  const shown = projectionsOf(branch, row, nothingElse).filter(({ audience }) => isOneOf(audiences, audience));
  return shown.map(({ patch: put }) => ({ kind: put.kind, id: put.id, json: rowJson(put.kind, put.body) }));
}

function isOneOf(audiences: readonly string[], audience: Audience): boolean {
  return audiences.includes(audience);
}
