import { useState, type ReactElement } from 'react';
import { lastWords } from '#i18n/last-words.ts';
import type { Language } from '#i18n/language.ts';
import { offerFile } from '#screens/common/unsent/offer-file.ts';
import { exportUnsent } from '#store/export-unsent.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Screen } from '#ui/screen.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Stack } from '#ui/stack.tsx';

export type CrashPageProps = {
  readonly language: Language;
  /** Undefined when the crash came before the phone's memory was open. */
  readonly store: PhoneStore | undefined;
};

/** A bug: what is safe, and the two ways on. It leans on nothing that could have broken. */
export function CrashPage({ language, store }: CrashPageProps): ReactElement {
  const words = lastWords[language];
  const [outcome, setOutcome] = useState<'saved' | 'failed' | undefined>(undefined);
  const saveFile = async (): Promise<void> => {
    try {
      const bytes = store === undefined ? null : await exportUnsent(store);
      if (bytes !== null) offerFile(bytes, 'dastarkhan.segment');
      setOutcome('saved');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <Screen header={<ScreenHeader title={words.title} focus="title" />}>
      <title>{words.title}</title>
      <Banner tone="info" icon="tick" title={words.safe}>
        <p>{words.next}</p>
      </Banner>
      <Stack>
        <Button look="primary" size="big" width="full" onPress={() => window.location.reload()}>
          {words.openAgain}
        </Button>
        {store === undefined ? null : (
          <Button width="full" icon="download" onPress={() => void saveFile()}>
            {words.saveFile}
          </Button>
        )}
        <p role="status">
          {outcome === 'saved' ? words.fileSaved : null}
          {outcome === 'failed' ? words.fileFailed : null}
        </p>
      </Stack>
    </Screen>
  );
}
