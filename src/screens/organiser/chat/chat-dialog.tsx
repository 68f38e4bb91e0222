import { Suspense, useState, type ReactElement } from 'react';
import type { Said } from '#i18n/print/chat-text.ts';
import { type Language, languageNames, languages } from '#i18n/language.ts';
import { names } from '#store/queries/names.ts';
import { Chips } from '#ui/chips.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords, useWordsIn } from '../../common/words.ts';
import { SendLink } from '../send-link.tsx';

export type ChatDialogProps = {
  /** The text in one language. */
  readonly textIn: (said: Said) => string;
  readonly onClose: () => void;
};

const LINES = 10;

/** A text that is ready for a chat, in the language of whoever reads it there. It can be changed before it goes. */
export function ChatDialog(props: ChatDialogProps): ReactElement {
  // The words of the other languages come a moment after the tap.
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}

function Loaded({ textIn, onClose }: ChatDialogProps): ReactElement | null {
  const { chat: words } = useWords('print');
  const { actions } = useWords('common');
  const { language } = useSettings();
  const [chosen, setChosen] = useState<Language | 'all'>(language);
  const [changed, setChanged] = useState<string | undefined>(undefined);
  const saids = useSaids();
  if (saids === undefined) return null;
  const ready = saids.filter((said) => chosen === 'all' || said.language === chosen).map(textIn);
  const text = changed ?? ready.join('\n\n• • •\n\n');
  const choose = (next: Language | 'all'): void => {
    setChosen(next);
    setChanged(undefined);
  };
  return (
    <Dialog isOpen title={words.title} closeLabel={actions.close} onClose={onClose}>
      <Stack>
        <p>{words.lead}</p>
        <Chips<Language | 'all'>
          label={words.language}
          options={[
            ...languages.map((value) => ({ value, label: languageNames[value] })),
            { value: 'all', label: words.all },
          ]}
          value={chosen}
          onChange={choose}
        />
        <TextInput label={words.text} lines={LINES} value={text} onChange={setChanged} />
        <SendLink link={text} text={text} />
      </Stack>
    </Dialog>
  );
}

/** The words of all languages; undefined until the items' names are read. */
function useSaids(): readonly Said[] | undefined {
  const { chat: kk } = useWordsIn('kk', 'print');
  const { chat: ru } = useWordsIn('ru', 'print');
  const { chat: en } = useWordsIn('en', 'print');
  const known = useQuery(names);
  if (known.type === 'unknown') return undefined;
  const { itemsById } = known.value;
  return [
    { language: 'kk', words: kk, itemsById },
    { language: 'ru', words: ru, itemsById },
    { language: 'en', words: en, itemsById },
  ];
}
