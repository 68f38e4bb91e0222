import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { Notice } from '#domain/views/notices.ts';
import { languages } from '#i18n/language.ts';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';
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
  const toMutation = (): Mutation | null => {
    const fields = draftToNotice(draft, codes);
    setWrong(fields.ok ? undefined : fields.error);
    if (!fields.ok) return null;
    return row === undefined
      ? { name: 'noticeCreate', args: { fields: fields.value } }
      : { name: 'noticeAmend', args: { id: row.id, fields: fields.value } };
  };
  return (
    <EditDialog
      title={row === undefined ? words.add : words.title}
      subject={languages.map((language) => draft.titles[language]).find((title) => title !== '') ?? ''}
      saveLabel={row?.body.status === 'closed' ? words.reopen : undefined}
      toMutation={toMutation}
      onClose={onClose}
      other={
        row?.body.status === 'open'
          ? { label: words.close, hint: words.closeLead, mutation: { name: 'noticeClose', args: { id: row.id } } }
          : undefined
      }
    >
      <NoticeFields draft={draft} wrong={wrong} onChange={setDraft} about="places" />
    </EditDialog>
  );
}
