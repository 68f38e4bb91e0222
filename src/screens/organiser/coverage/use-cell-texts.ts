import { useMemo } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { CellMark, Cover, CoverageCell } from '#domain/views/coverage/coverage-cell.ts';
import { missingLines } from '#domain/views/coverage/shortfalls.ts';
import { formatCount, formatNumber, formatQuantity } from '#i18n/format.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import type { CommonWords } from '#i18n/common/en.ts';
import type { CoverageWords } from '#i18n/coverage/en.ts';
import type { Language } from '#i18n/language.ts';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import type { Naming } from '../use-naming.ts';
import type { CellShown } from './board.ts';

/** A cell in words: what is seen in it, and what is heard of it. */
export type CellTexts = {
  readonly amount: string;
  readonly handed: string;
  readonly who: string;
  readonly mark: string;
  readonly spoken: string;
};

/**
 * Puts cells into words; `item` is the one item that is shown, or none. A cell that is still the same is not put into words
 * again: after an edit that is all but one day of a week.
 */
export function useCellTexts(
  standing: CoverageStanding,
  naming: Naming,
  item: RowId | '',
): (shown: CellShown) => CellTexts {
  const words = useWords('coverage');
  const { of } = useWords('common');
  const { language } = useSettings();
  return useMemo(
    () => remembered(cellTexts({ standing, naming, item, words, of, language })),
    [standing, naming, item, words, of, language],
  );
}

function remembered(textsOf: (shown: CellShown) => CellTexts): (shown: CellShown) => CellTexts {
  const known = new WeakMap<CoverageCell, CellTexts>();
  return (shown) => {
    const { cell } = shown;
    const texts = (cell && known.get(cell)) ?? textsOf(shown);
    if (cell !== undefined) known.set(cell, texts);
    return texts;
  };
}

type Told = {
  readonly standing: CoverageStanding;
  readonly naming: Naming;
  readonly item: RowId | '';
  readonly words: CoverageWords;
  readonly of: CommonWords['of'];
  readonly language: Language;
};

function cellTexts({ standing, naming, item, words, of, language }: Told): (shown: CellShown) => CellTexts {
  const { memberNames, items } = standing;
  const unit = items.find(({ id }) => id === item)?.body.unit ?? '';
  const part = (count: number): string => (item === '' ? formatNumber(count, language) : formatCount(count, language));
  const whole = (count: number): string =>
    item === '' ? formatNumber(count, language) : formatQuantity(count, unit, language);
  return ({ cell, state, coming, needed, delivered }) => {
    const covers = (cell?.covers ?? []).filter(isLive);
    const amount = state === 'notNeeded' ? '' : of(part(coming), whole(needed));
    const handed = delivered === 0 ? '' : words.delivered(part(delivered));
    const marks = cell?.marks ?? [];
    const names = namesOf(covers, memberNames);
    const [name = '', ...others] = names.map(firstName);
    const whom = others.length === 0 ? name : `${name} +${others.length}`;
    const reason = cell?.reason ?? null;
    const missing = state === 'short' && cell !== undefined ? naming.amounts(missingLines(cell)) : '';
    const spoken = [
      amount,
      reason === null || reason === '' ? words.states[state] : `${words.states[state]}: ${reason}`,
      missing === '' ? '' : words.missing(missing),
      names.join(', '),
      handed,
      ...marks.map((mark) => words.marks[mark]),
    ];
    return {
      amount,
      handed,
      who: [missing === '' ? '' : `−${missing}`, whom].filter((text) => text !== '').join(' · '),
      mark: marksText(marks, words.marks),
      spoken: spoken.filter((text) => text !== '').join(', '),
    };
  };
}

/** The most urgent one in words, the others as a number. */
function marksText(marks: readonly CellMark[], words: Readonly<Record<CellMark, string>>): string {
  const [first, ...others] = marks;
  if (first === undefined) return '';
  return others.length === 0 ? words[first] : `${words[first]} +${others.length}`;
}

/** What somebody is called when there is little room; the open cell has the whole name. */
function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** Who brings something, or has brought it; runs that were called off are no longer anybody's. */
export function isLive({ status, delivered }: Cover): boolean {
  return delivered !== null || status === 'planned' || status === 'underWay';
}

function namesOf(covers: readonly Cover[], names: ReadonlyMap<RowId, string>): readonly string[] {
  return [...new Set(covers.flatMap(({ driver }) => (driver === null ? [] : (names.get(driver) ?? []))))];
}
