import type { Cells } from '#domain/import/cells.ts';
import type { ImportKind, Mapping } from '#domain/import/fields.ts';
import { guessColumns, guessMapping, withSigns } from '#domain/import/guess-mapping.ts';
import type { ImportPlan, Present } from '#domain/import/plan.ts';
import { planImport } from '#domain/import/plan-import.ts';
import type { Day } from '#domain/scalars.ts';
import { assert } from '#lib/assert.ts';
import type { Result } from '#lib/result.ts';
import { sha256 } from '#store/sha256.ts';
import { type FileFailure, headOf, type OpenedSheet, openFile } from './opened-file.ts';

/** What the screen shows of a sheet, and how it is read at first. */
export type SheetShown = { readonly name: string; readonly head: Cells; readonly guess: Mapping };

/** Reads a file and answers what it means. The lines themselves stay at the desk. */
export type ImportDesk = {
  readonly open: (file: Blob) => Promise<Result<readonly SheetShown[], FileFailure>>;
  /** The sheet read as another kind, or with its columns' names on another line. */
  readonly guess: (sheet: number, kind: ImportKind, headerLine: number) => Promise<Mapping>;
  /** How the chosen columns write days and fractions. */
  readonly signs: (sheet: number, mapping: Mapping) => Promise<Mapping>;
  readonly plan: (sheet: number, mapping: Mapping, present: Present, today: Day) => Promise<ImportPlan>;
};

export type DeskCall = { readonly [N in keyof ImportDesk]: readonly [N, Parameters<ImportDesk[N]>] }[keyof ImportDesk];

/** A desk for one file at a time. */
export function openImportDesk(): ImportDesk {
  let sheets: readonly OpenedSheet[] = [];
  const cellsOf = (sheet: number): OpenedSheet['lines'] => {
    const lines = sheets[sheet]?.lines;
    assert(lines !== undefined, 'only what was opened is asked about');
    return lines;
  };
  return {
    open: async (file) => {
      const opened = await openFile(file);
      if (!opened.ok) return opened;
      sheets = opened.value;
      return {
        ok: true,
        value: sheets.map((sheet) => ({
          name: sheet.name,
          head: headOf(sheet),
          guess: guessMapping(sheet.lines.cells),
        })),
      };
    },
    guess: async (sheet, kind, headerLine) => guessColumns(cellsOf(sheet).cells, kind, headerLine),
    signs: async (sheet, mapping) => withSigns(cellsOf(sheet).cells, mapping),
    plan: async (sheet, mapping, present, today) => {
      const { cells, brokenLines } = cellsOf(sheet);
      return planImport(cells, mapping, present, { today, sha256, brokenLines });
    },
  };
}

/** One call of a desk that lives elsewhere. */
export function callDesk(desk: ImportDesk, [name, args]: DeskCall): Promise<unknown> {
  return (desk[name] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
}
