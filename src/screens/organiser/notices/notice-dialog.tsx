import { useState, type ReactElement } from 'react';
import type { Notice } from '#domain/views/notices.ts';
import { languages } from '#i18n/language.ts';
import { useWords } from '../../common/words.ts';
import { ThingDialog } from '../thing-dialog.tsx';
import { type Codes, draftToNotice, type NoticeError, noticeToDraft } from './notice-draft.ts';
import { NoticeFields } from './notice-fields.tsx';

export type NoticeDialogProps = {
  /** Undefined for a new one. */
  readonly row: Notice | undefined;
  readonly codes: Codes;
  readonly onClose: () => void;
};

/** A notice's form: its texts side by side, whom to call, how long it stands. */
export function NoticeDialog({ row, codes, onClose }: NoticeDialogProps): ReactElement {
  const words = useWords('notices');
  const [draft, setDraft] = useState(() => noticeToDraft(row, codes));
  const [wrong, setWrong] = useState<NoticeError | undefined>(undefined);
  const toFields = () => {
    const fields = draftToNotice(draft, codes);
    setWrong(fields.ok ? undefined : fields.error);
    return fields.ok ? fields.value : null;
  };
  return (
    <ThingDialog
      kind="notice"
      row={row === undefined ? undefined : { id: row.id, status: row.body.status }}
      words={words}
      title={row === undefined ? words.add : words.title}
      subject={languages.map((language) => draft.titles[language]).find((title) => title !== '') ?? ''}
      toFields={toFields}
      onClose={onClose}
    >
      <NoticeFields draft={draft} wrong={wrong} onChange={setDraft} about="places" />
    </ThingDialog>
  );
}
