import { type Named, typedOtherNames } from '#domain/other-names.ts';
import type { CheckpointBody } from '#domain/places.ts';
import { isCheckpointCode, isPhone } from '#domain/typed.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { namesToType, type TypedNames } from './other-names-fields.tsx';
import { positionToText, textToPosition } from './position-text.ts';

/** A checkpoint as it is being typed. */
export type CheckpointDraft = {
  readonly name: string;
  readonly others: TypedNames;
  readonly code: string;
  readonly district: string;
  readonly landmark: string;
  readonly phone: string;
  readonly position: string;
};

export type CheckpointProblem =
  | { readonly code: 'nameMissing' | 'codeWrong' | 'phoneWrong' | 'positionWrong' }
  | { readonly code: 'codeTaken'; readonly by: Named };

type Other = Pick<CheckpointBody, 'name' | 'otherNames' | 'code' | 'district'>;

/** A new one begins with the next number and the district of the newest, since places are entered district by district. */
export function checkpointDraft(
  row: CheckpointBody | undefined,
  others: readonly Other[],
  free: string,
): CheckpointDraft {
  if (row === undefined) {
    const district = others.at(-1)?.district ?? '';
    return { name: '', others: namesToType(null), code: free, district, landmark: '', phone: '', position: '' };
  }
  const { name, district, landmark } = row;
  const isCodeTaken = others.some(({ code }) => code === row.code);
  const code = row.status === 'closed' && isCodeTaken ? free : row.code;
  const position = positionToText(row.position);
  return { name, others: namesToType(row.otherNames), code, district, landmark, phone: row.phone ?? '', position };
}

/** The fields of the draft, or the first thing that is wrong with it. */
export function draftToCheckpoint(
  draft: CheckpointDraft,
  others: readonly Other[],
): Result<Omit<CheckpointBody, 'status'>, CheckpointProblem> {
  const [name, code, phone] = [draft.name.trim(), draft.code.trim(), draft.phone.trim()];
  if (name === '') return err({ code: 'nameMissing' });
  if (!isCheckpointCode(code)) return err({ code: 'codeWrong' });
  const holder = others.find((other) => other.code === code);
  if (holder !== undefined) return err({ code: 'codeTaken', by: holder });
  if (phone !== '' && !isPhone(phone)) return err({ code: 'phoneWrong' });
  const position = textToPosition(draft.position);
  if (!position.ok) return err({ code: 'positionWrong' });
  return ok({
    name,
    otherNames: typedOtherNames(name, draft.others),
    code,
    landmark: draft.landmark.trim(),
    district: draft.district.trim(),
    phone: phone === '' ? null : phone,
    position: position.value,
  });
}
