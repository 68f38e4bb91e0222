import { useState, type ReactElement } from 'react';
import { type BranchesAct, actOf } from '#domain/branches-act.ts';
import { Select } from '#ui/select.tsx';
import { say } from '../../common/after-act.tsx';
import { useWords } from '../../common/words.ts';
import { draftToNotice, type NoticeError, noticeToDraft } from '../notices/notice-draft.ts';
import { NoticeFields } from '../notices/notice-fields.tsx';
import { ActDialog } from './act-dialog.tsx';
import type { NamedBranches } from './use-branch-names.ts';

/** A notice of several branches names no place: their checkpoints are not the same. */
const NO_CODES = { idByCode: new Map(), codeById: new Map() };
const ALL = '';

/** A coordinator writes one notice for a branch, or for all of them. */
export function NoticeToBranches(props: {
  readonly branches: NamedBranches;
  readonly onClose: () => void;
}): ReactElement {
  const { branches, onClose } = props;
  const { branches: words } = useWords('organiser');
  const [draft, setDraft] = useState(() => noticeToDraft(undefined, NO_CODES));
  const [to, setTo] = useState<string>(ALL);
  const [wrong, setWrong] = useState<NoticeError | undefined>(undefined);
  const toAct = (): BranchesAct | null => {
    const fields = draftToNotice({ ...draft, affects: '' }, NO_CODES);
    setWrong(fields.ok ? undefined : fields.error);
    const chosen = branches.filter(({ branch }) => to === ALL || branch === to).map(({ branch }) => branch);
    return fields.ok ? actOf({ notice: { branches: chosen, fields: fields.value } }) : null;
  };
  return (
    <ActDialog
      title={words.notice.open}
      sendLabel={words.notice.send}
      toAct={toAct}
      onDone={() => {
        say(words.notice.sent);
        onClose();
      }}
      onClose={onClose}
    >
      <p>{words.notice.lead}</p>
      <Select
        label={words.notice.to}
        options={[
          { value: ALL, label: words.notice.all },
          ...branches.map(({ branch, name }) => ({ value: branch, label: name })),
        ]}
        value={to}
        onChange={setTo}
      />
      <NoticeFields draft={draft} wrong={wrong} onChange={setDraft} about="nothing" />
    </ActDialog>
  );
}
