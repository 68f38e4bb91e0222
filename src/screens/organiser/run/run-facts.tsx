import type { ReactElement, ReactNode } from 'react';
import { runNeeds } from '#domain/views/run-needs.ts';
import { formatAgo, formatWindow } from '#i18n/format.ts';
import { Banner } from '#ui/banner.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';
import { PhoneLink } from '../phone-link.tsx';
import type { RunShown } from './run-shown.ts';
import styles from './run.module.css';

/** Who drives what, when and from where; above it what needs somebody, with what to do. */
export function RunFacts(shown: RunShown): ReactElement {
  const { record, window, kitchen } = shown;
  const { plan, day } = useWords('organiser');
  const { runStatus, answers } = useWords('common');
  const called = usePlaceName();
  const { run } = record;
  const windowText =
    window === undefined ? day.noWindow : `${window.name} ${formatWindow(window.startMinute, window.endMinute)}`;
  const isAsked = run.driver !== null && run.status === 'planned';
  return (
    <>
      <Needs {...shown} />
      <dl className={styles['facts']}>
        <Fact name={day.columns.state}>
          {isAsked ? `${runStatus[run.status]} · ${answers[run.answer]}` : runStatus[run.status]}
          {run.reason === '' ? null : ` · ${run.reason}`}
        </Fact>
        <Fact name={plan.driver}>
          <Driver {...shown} />
        </Fact>
        <Fact name={plan.window}>{windowText}</Fact>
        <Fact name={plan.kitchen}>
          {kitchen === undefined ? plan.noKitchen : called(kitchen)}
          {kitchen?.phone === undefined || kitchen.phone === null ? null : (
            <PhoneLink name={called(kitchen)} phone={kitchen.phone} />
          )}
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Driver({ record, people, clock }: RunShown): ReactElement {
  const { day } = useWords('organiser');
  const { language } = useSettings();
  if (record.run.driver === null) return <span>{day.noDriver}</span>;
  const person = people.membersById.get(record.run.driver);
  const heardAt = person?.heardAt ?? null;
  const heard = heardAt === null ? day.neverHeard : day.heard(formatAgo(clock.now - heardAt, language));
  return (
    <>
      {person?.name ?? day.nobody}
      {person?.phone === undefined || person.phone === null ? null : (
        <PhoneLink name={person.name} phone={person.phone} />
      )}
      <span className={styles['quiet']}>{heard}</span>
    </>
  );
}

function Needs({ record, stops, window, clock }: RunShown): ReactElement | null {
  const { day } = useWords('organiser');
  const needs = runNeeds(record.run, stops, window, clock);
  if (needs.length === 0) return null;
  return (
    <>
      {needs.map((need) => (
        <Banner key={need} tone="warn" title={day.needs[need]}>
          <p>{day.needsNext[need]}</p>
        </Banner>
      ))}
    </>
  );
}
