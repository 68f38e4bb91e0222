import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import { noticeTopic } from '#domain/notice.ts';
import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import type { Notice } from '#domain/views/notices.ts';
import type { NoticeWords } from '#i18n/notices/en.ts';
import { languageNames, languages } from '#i18n/language.ts';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { DayField } from '../../common/day-field.tsx';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';
import { type Codes, draftToNotice, type NoticeDraft, type NoticeError, noticeToDraft } from './notice-draft.ts';

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
      <Select
        label={words.topic}
        options={noticeTopic.options.map((topic) => ({ value: topic, label: words.topics[topic] }))}
        value={draft.topic}
        onChange={(topic) => setDraft({ ...draft, topic })}
      />
      <Texts draft={draft} onChange={setDraft} error={wrong?.field === 'heading' ? words.headingMissing : undefined} />
      <Reach draft={draft} onChange={setDraft} error={wrong?.field === 'phone' ? words.phoneWrong : undefined} />
      {draft.topic === 'road' ? (
        <Affected draft={draft} onChange={setDraft} error={affectedError(wrong, words)} />
      ) : null}
      <DayField
        label={words.untilDay}
        hint={words.untilHint}
        value={draft.until}
        onChange={(until) => setDraft({ ...draft, until })}
      />
      <Chips
        label={words.pin}
        options={[
          { value: 'no', label: words.pinNo },
          { value: 'yes', label: words.pinYes },
        ]}
        value={draft.isPinned ? 'yes' : 'no'}
        onChange={(answer) => setDraft({ ...draft, isPinned: answer === 'yes' })}
      />
    </EditDialog>
  );
}

type PartProps = {
  readonly draft: NoticeDraft;
  readonly onChange: (draft: NoticeDraft) => void;
  readonly error: string | undefined;
};

function affectedError(wrong: NoticeError | undefined, words: NoticeWords): string | undefined {
  if (wrong?.field === 'tooMany') return words.affectedTooMany;
  return wrong?.field === 'affects' ? words.affectedUnknown(wrong.code) : undefined;
}

/** By their numbers, as they are said over the telephone. */
function Affected({ draft, onChange, error }: PartProps): ReactElement {
  const words = useWords('notices');
  return (
    <TextInput
      label={words.affected}
      hint={words.affectedHint}
      value={draft.affects}
      onChange={(affects) => onChange({ ...draft, affects })}
      error={error}
    />
  );
}

function Texts({ draft, onChange, error }: PartProps): ReactElement {
  const words = useWords('notices');
  return (
    <>
      <p>{words.languagesHint}</p>
      {languages.map((language, index) => (
        <div key={language} lang={language}>
          <TextInput
            label={words.heading(languageNames[language])}
            value={draft.titles[language]}
            onChange={(title) => onChange({ ...draft, titles: { ...draft.titles, [language]: title } })}
            maxLength={MAX_NAME_LENGTH}
            error={index === 0 ? error : undefined}
          />
          <TextInput
            label={words.text(languageNames[language])}
            value={draft.texts[language]}
            onChange={(text) => onChange({ ...draft, texts: { ...draft.texts, [language]: text } })}
            lines={2}
            maxLength={MAX_NOTE_LENGTH}
          />
        </div>
      ))}
    </>
  );
}

function Reach({ draft, onChange, error }: PartProps): ReactElement {
  const words = useWords('notices');
  const toggle = (chat: NoticeDraft['chats'][number]): void => {
    const others = draft.chats.filter((known) => known !== chat);
    onChange({ ...draft, chats: draft.chats.includes(chat) ? others : [...others, chat] });
  };
  return (
    <>
      <TextInput
        kind="phone"
        label={words.phone}
        hint={words.phoneHint}
        value={draft.phone}
        onChange={(phone) => onChange({ ...draft, phone })}
        maxLength={25}
        error={error}
      />
      {draft.phone === '' ? null : (
        <Stack direction="row" gap="small">
          <span>{words.answersIn}</span>
          {(['whatsapp', 'telegram'] as const).map((chat) => (
            <Button key={chat} size="dense" isPressed={draft.chats.includes(chat)} onPress={() => toggle(chat)}>
              {words.chats[chat]}
            </Button>
          ))}
        </Stack>
      )}
    </>
  );
}
