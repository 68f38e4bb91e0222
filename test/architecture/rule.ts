import type { SourceFile, Violation } from './source-file.ts';

/** A planted set of files: path to text. */
export type Planted = Readonly<Record<string, string>>;

export interface Rule {
  /** What must hold, as the test's title. */
  readonly name: string;
  /** The files that the rule speaks about; the test fails if the house has none. */
  readonly sees: (file: SourceFile) => boolean;
  readonly check: (files: readonly SourceFile[]) => readonly Violation[];
  /** Each of these breaks the rule at least once: so we know that it can fail. */
  readonly broken: readonly Planted[];
  /** And this, as like it as can be, keeps it: so we know that it does not cry wolf. */
  readonly kept: Planted;
}
