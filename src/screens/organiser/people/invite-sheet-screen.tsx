import { useState, type ReactElement } from 'react';
import { dayMs } from '#i18n/calendar.ts';
import { formatDayFrom, instantToDay } from '#i18n/format.ts';
import { type Language, languageNames, languages } from '#i18n/language.ts';
import { ownBranch } from '#store/queries/own-branch.ts';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Sheet, Sheets } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSettings } from '../../common/settings.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords, useWordsIn } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { InviteSlip } from './invite-slip.tsx';
import { InviteStanding } from './invite-standing.tsx';
import styles from './invite-sheet.module.css';
import { type MadeSheet, useMakeSheet } from './use-make-sheet.ts';

const COUNTS = [20, 40, 60] as const;
const ON_A_PAGE = 20;

/** A room full of newcomers: a sheet of invitations to cut apart, printed without any network once it is made. */
export function InviteSheetScreen(): ReactElement {
  const { people: words } = useWords('organiser');
  const settings = useSettings();
  const { saving, sheet, make, retry } = useMakeSheet();
  const [count, setCount] = useState<number>(ON_A_PAGE);
  const [language, setLanguage] = useState<Language>(settings.language);
  return (
    <Page
      title={words.sheetTitle}
      back="/people"
      action={
        sheet === undefined ? undefined : (
          <Button look="primary" icon="printer" width="full" onPress={() => globalThis.print()}>
            {words.sheetPrint}
          </Button>
        )
      }
    >
      <Stack>
        <p>{words.sheetLead}</p>
        <Chips
          label={words.sheetLanguage}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={setLanguage}
        />
        <SaveTrouble saving={saving} onRetry={retry} />
        {sheet === undefined ? (
          <>
            <Chips
              label={words.sheetCount}
              options={COUNTS.map((value) => ({ value, label: String(value) }))}
              value={count}
              onChange={setCount}
            />
            <Button
              look="primary"
              icon="qr"
              width="full"
              isBusy={saving.standing.type === 'saving'}
              onPress={() => make(count)}
            >
              {words.sheetMake(count)}
            </Button>
          </>
        ) : (
          <>
            <InviteStanding number={sheet.number} />
            <p>{words.sheetGone}</p>
            <Printed sheet={sheet} language={language} />
          </>
        )}
      </Stack>
    </Page>
  );
}

type PrintedProps = { readonly sheet: MadeSheet; readonly language: Language };

function Printed({ sheet, language }: PrintedProps): ReactElement | null {
  const { people: words } = useWords('organiser');
  const { slip } = useWordsIn(language, 'enrol');
  const branch = useQuery(ownBranch);
  const clock = useBranchClock();
  if (branch.type === 'unknown' || clock === undefined) return null;
  const pages = Array.from({ length: Math.ceil(sheet.invites.length / ON_A_PAGE) }, (_, page) =>
    sheet.invites.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE),
  );
  return (
    <Sheets label={words.sheetTitle}>
      {pages.map((invites, page) => (
        <Sheet key={page} size="a4">
          <ul className={styles['slips']}>
            {invites.map(({ id, secret }) => (
              <InviteSlip
                key={id}
                secret={secret}
                branch={branch.value.name}
                words={slip}
                until={untilText(sheet.expiresAt, clock, language)}
              />
            ))}
          </ul>
        </Sheet>
      ))}
    </Sheets>
  );
}

/** The last day that is wholly before the end: whoever reads only the date has all of it. */
function untilText(expiresAt: number, { today, utcOffsetMinutes }: BranchClock, language: Language): string {
  return formatDayFrom(today, instantToDay(expiresAt - dayMs, utcOffsetMinutes), language);
}
