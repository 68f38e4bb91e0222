import { useState, type ReactElement } from 'react';
import { formatCount } from '#i18n/format.ts';
import type { SponsorPage } from '#sync/sponsor-link.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useSettings } from '../common/settings.tsx';
import { offerFile } from '../common/unsent/offer-file.ts';
import { useWords } from '../common/words.ts';
import { itemOf, sumsText, windowText } from './texts.ts';

const FILE_NAME = 'dastarkhan-runs.csv';
/** Without it older spreadsheets read Cyrillic as something else. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table for the bookkeeper, a letter for the wall, a text for the chat. */
export function TakeAway({ page }: { readonly page: SponsorPage }): ReactElement {
  const words = useWords('sponsor');
  const { language } = useSettings();
  const [isCopied, setIsCopied] = useState(false);
  const sentence = words.sentence(page.week.runCount, page.week.checkpointCount);
  const text = `${page.sponsor}: ${sentence} ${sumsText(page, page.week, language)}`;
  const saveTable = async (): Promise<void> => {
    const { unparse } = (await import('papaparse')).default;
    const { on, window, district, item, unit, loaded, delivered } = words.columns;
    const rows = page.runs.flatMap((run) =>
      run.lines.map((line) => [
        run.on,
        windowText(run.window),
        run.districts.join(', '),
        itemOf(page, line.item).name,
        itemOf(page, line.item).unit,
        formatCount(line.loaded, language),
        formatCount(line.delivered, language),
      ]),
    );
    // What a spreadsheet would run as a formula stays text.
    const table = unparse([[on, window, district, item, unit, loaded, delivered], ...rows], { escapeFormulae: true });
    offerFile(new TextEncoder().encode(BYTE_ORDER_MARK + table), FILE_NAME);
  };
  const share = (): void => {
    // Closing the phone's own sheet is an answer too.
    if ('share' in navigator) navigator.share({ text }).catch(() => {});
    else void copy(text).then(setIsCopied);
  };
  return (
    <Section heading={words.takeAway}>
      <Stack direction="row" gap="small">
        <Button icon="download" onPress={() => void saveTable()}>
          {words.csv}
        </Button>
        <Button icon="list" onPress={() => window.print()}>
          {words.letter}
        </Button>
        <Button icon={isCopied ? 'tick' : 'share'} onPress={share}>
          {isCopied ? words.copied : words.share}
        </Button>
      </Stack>
    </Section>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
