import type { ReactElement } from 'react';
import { type NameLanguage, nameLanguages, type OtherNames } from '#domain/other-names.ts';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import { languageNames } from '#i18n/language.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';

/** A place's names in each language as they are being typed. */
export type TypedNames = Readonly<Record<NameLanguage, string>>;

export function namesToType(names: OtherNames): TypedNames {
  return { kk: names?.kk ?? '', ru: names?.ru ?? '', en: names?.en ?? '' };
}

export type OtherNamesFieldsProps = {
  readonly typed: TypedNames;
  readonly onChange: (typed: TypedNames) => void;
};

/** Folded away, since most places are called the same by everybody; the fold says which names there are. */
export function OtherNamesFields({ typed, onChange }: OtherNamesFieldsProps): ReactElement {
  const words = useWords('places');
  const given = nameLanguages.map((language) => typed[language].trim()).filter((name) => name !== '');
  return (
    <Disclosure summary={[words.otherNames, given.join(', ')].filter((text) => text !== '').join(': ')}>
      <Stack>
        <p>{words.otherNamesHint}</p>
        {nameLanguages.map((language) => (
          <TextInput
            key={language}
            label={languageNames[language]}
            value={typed[language]}
            onChange={(name) => onChange({ ...typed, [language]: name })}
            maxLength={MAX_NAME_LENGTH}
          />
        ))}
      </Stack>
    </Disclosure>
  );
}
