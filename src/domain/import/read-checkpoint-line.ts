import { checkpointCode, MAX_NAME_LENGTH, MAX_NOTE_LENGTH, phone } from '../scalars.ts';
import type { Body } from '../rows.ts';
import * as v from 'valibot';
import type { BadReason } from './bad-line.ts';
import { cellAt } from './cells.ts';
import type { Mapping } from './fields.ts';
import { typedOtherNames } from '../other-names.ts';
import { readPosition } from './read-position.ts';
import { placeKey, type ThingKey } from './same-thing.ts';

export type CheckpointLine = {
  readonly line: number;
  readonly key: ThingKey;
  /** `code` is empty when the file gives none. */
  readonly fields: Omit<Body<'checkpoint'>, 'status'>;
};

export type ReadCheckpoint = { readonly reasons: readonly BadReason[]; readonly checkpoint: CheckpointLine };

/** One line of a list of checkpoints, with all that is wrong with it. */
export function readCheckpointLine(row: readonly string[], line: number, { columns }: Mapping): ReadCheckpoint {
  const name = cellAt(row, columns.name);
  const others = { kk: cellAt(row, columns.nameKk), ru: cellAt(row, columns.nameRu), en: cellAt(row, columns.nameEn) };
  const district = cellAt(row, columns.district);
  const landmark = cellAt(row, columns.landmark);
  const telephone = cellAt(row, columns.phone);
  const code = cellAt(row, columns.code)
    .replace(/^[№#]\s*/u, '')
    .replace(/^0+(?=\d)/, '');
  const position = readPosition(cellAt(row, columns.lat), cellAt(row, columns.lon));
  const reasons: readonly (BadReason | undefined)[] = [
    name === '' ? 'placeMissing' : undefined,
    [name, ...Object.values(others)].some((one) => one.length > MAX_NAME_LENGTH) ? 'nameTooLong' : undefined,
    district.length > MAX_NAME_LENGTH ? 'districtTooLong' : undefined,
    landmark.length > MAX_NOTE_LENGTH ? 'landmarkTooLong' : undefined,
    telephone === '' || v.is(phone, telephone) ? undefined : 'phoneWrong',
    code === '' || v.is(checkpointCode, code) ? undefined : 'codeWrong',
    position.ok ? undefined : position.error,
  ];
  const fields = {
    name,
    otherNames: typedOtherNames(name, others),
    code,
    landmark,
    district,
    phone: telephone === '' ? null : telephone,
    position: position.ok ? position.value : null,
  };
  return {
    reasons: reasons.filter((reason) => reason !== undefined),
    checkpoint: { line, key: placeKey(fields), fields },
  };
}
