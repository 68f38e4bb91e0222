import type { ReactElement } from 'react';
import { noticeTopic } from '#domain/notice.ts';
import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import type { NoticeWords } from '#i18n/notices/en.ts';
import { languageNames, languages } from '#i18n/language.ts';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { DayField } from '../../common/day-field.tsx';
import { useWords } from '../../common/words.ts';
import type { NoticeDraft, NoticeError } from './notice-draft.ts';

export type NoticeFieldsProps = {
  readonly draft: NoticeDraft;
  readonly wrong: NoticeError | undefined;
  readonly onChange: (draft: NoticeDraft) => void;
  /** Whether it may name checkpoints: in several branches at once there are none that all know. */
  readonly about: 'places' | 'nothing';
};

/** What a notice says: its texts side by side, whom to call, how long it stands. */
export function NoticeFields({ draft, wrong, onChange, about }: NoticeFieldsProps): ReactElement {
  const words = useWords('notices');
  return (
    <>
      <Select
        label={words.topic}
        options={noticeTopic.options.map((topic) => ({ value: topic, label: words.topics[topic] }))}
        value={draft.topic}
        onChange={(topic) => onChange({ ...draft, topic })}
      />
      <Texts draft={draft} onChange={onChange} error={wrong?.field === 'heading' ? words.headingMissing : undefined} />
      <Reach draft={draft} onChange={onChange} error={wrong?.field === 'phone' ? words.phoneWrong : undefined} />
      {about === 'places' && draft.topic === 'road' ? (
        <Affected draft={draft} onChange={onChange} error={affectedError(wrong, words)} />
      ) : null}
      <DayField
        label={words.untilDay}
        hint={words.untilHint}
        value={draft.until}
        onChange={(until) => onChange({ ...draft, until })}
      />
      <Chips
        label={words.pin}
        options={[
          { value: 'no', label: words.pinNo },
          { value: 'yes', label: words.pinYes },
        ]}
        value={draft.isPinned ? 'yes' : 'no'}
        onChange={(answer) => onChange({ ...draft, isPinned: answer === 'yes' })}
      />
    </>
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
          <Stack>
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
          </Stack>
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
