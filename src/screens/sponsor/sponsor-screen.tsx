import { lazy, Suspense, useEffect, useRef, useState, type ComponentType, type ReactElement } from 'react';
import { formatDateTime, formatTime, instantToDay } from '#i18n/format.ts';
import { isLanguage, languageNames, languages } from '#i18n/language.ts';
import type { SponsorLink, SponsorPage } from '#sync/sponsor-link.ts';
import { Banner } from '#ui/banner.tsx';
import { Chips } from '#ui/chips.tsx';
import { Screen } from '#ui/screen.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Wordmark } from '#ui/wordmark.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import { Letter } from './letter.tsx';
import type { NeedsProps } from './needs.tsx';
import type { PhotosProps } from './photos.tsx';
import { Pledges } from './pledges.tsx';
import { RunsList } from './runs-list.tsx';
import styles from './sponsor-screen.module.css';
import { Sums } from './sums.tsx';
import { type SponsorStanding, useSponsorPage } from './use-sponsor-page.ts';

/** Only for those who are asked for something; to offer needs the network anyway, so without it there is nothing to say. */
const Needs = lazy<ComponentType<NeedsProps>>(() =>
  import('./needs.tsx').then(({ Needs: found }) => ({ default: found }), nothing),
);
/** Below all that a sponsor came to see; it may come a moment later. */
const TakeAway = lazy<ComponentType<{ readonly page: SponsorPage }>>(() =>
  import('./take-away.tsx').then(({ TakeAway: found }) => ({ default: found }), nothing),
);

/** Most pages have none. */
const Photos = lazy<ComponentType<PhotosProps>>(() =>
  import('./photos.tsx').then(({ Photos: found }) => ({ default: found }), nothing),
);

function nothing(): { readonly default: () => null } {
  return { default: () => null };
}

/** What a gift became, behind one link: no installation, no account, nothing of anybody else's. */
export function SponsorScreen({ link }: { readonly link: SponsorLink }): ReactElement {
  const words = useWords('sponsor');
  const { standing, offer } = useSponsorPage(link);
  useSpoken('page' in standing ? standing.page.language : undefined);
  return (
    <>
      <div className={styles['screen']}>
        <Screen density="dense" header={<Header standing={standing} />}>
          <title>{'page' in standing ? `${standing.page.sponsor} · ${words.appName}` : words.appName}</title>
          {'page' in standing ? (
            <PageContents standing={standing} onOffer={offer} link={link} />
          ) : (
            <NoPage type={standing.type} />
          )}
          <LanguageChoice />
        </Screen>
      </div>
      {'page' in standing ? <Letter page={standing.page} /> : null}
    </>
  );
}

/** The page speaks the sponsor's language as soon as it is known; whoever then chooses another keeps it. */
function useSpoken(language: SponsorPage['language'] | undefined): void {
  const { change } = useSettings();
  const speak = useRef(change);
  useEffect(() => {
    speak.current = change;
  });
  useEffect(() => {
    if (language !== undefined) speak.current({ language });
  }, [language]);
}

function Header({ standing }: { readonly standing: SponsorStanding }): ReactElement {
  const words = useWords('sponsor');
  if (!('page' in standing)) return <ScreenHeader title={words.appName} />;
  const { branch, sponsor } = standing.page;
  return (
    <>
      <div className={styles['mark']}>
        <Wordmark name={words.appName} />
      </div>
      <ScreenHeader
        title={sponsor}
        subtitle={[branch, words.reported].filter((part) => part !== '').join(' · ')}
        focus="title"
      />
    </>
  );
}

type PageContentsProps = {
  readonly standing: Extract<SponsorStanding, { readonly page: SponsorPage }>;
  readonly onOffer: ReturnType<typeof useSponsorPage>['offer'];
  readonly link: SponsorLink;
};

function PageContents({ standing, onOffer, link }: PageContentsProps): ReactElement {
  const words = useWords('sponsor');
  const { page } = standing;
  const isAsked = page.needs.length > 0 || page.noLongerNeeded.length > 0;
  // What became of an offer is read after the last need has gone.
  const [wasAsked, setWasAsked] = useState(isAsked);
  if (isAsked && !wasAsked) setWasAsked(true);
  return (
    <>
      <Freshness standing={standing} />
      <Sums heading={words.week} page={page} sums={page.week} tone="now" />
      {page.all.runCount === 0 ? null : <p className={styles['thanks']}>{words.thanks}</p>}
      {wasAsked ? (
        <Suspense fallback={null}>
          <Needs page={page} onOffer={onOffer} />
        </Suspense>
      ) : null}
      <RunsList page={page} />
      {page.runs.some(({ photos }) => photos.length > 0) ? (
        <Suspense fallback={null}>
          <Photos page={page} link={link} />
        </Suspense>
      ) : null}
      <Sums heading={words.beginning} page={page} sums={page.all} />
      <Pledges page={page} />
      <Suspense fallback={null}>
        <TakeAway page={page} />
      </Suspense>
    </>
  );
}

/** How far what is shown can be believed. */
function Freshness({ standing }: Pick<PageContentsProps, 'standing'>): ReactElement {
  const words = useWords('sponsor');
  const { language } = useSettings();
  const { page } = standing;
  const time = (at: number): string =>
    instantToDay(at, page.utcOffsetMinutes) === page.today
      ? formatTime(at, page.utcOffsetMinutes)
      : formatDateTime(at, page.utcOffsetMinutes, language);
  const facts = [
    ...(standing.type === 'stale' ? [words.savedCopy(formatDateTime(page.at, page.utcOffsetMinutes, language))] : []),
    ...(page.completeTo === null ? [] : [words.completeTo(time(page.completeTo))]),
    ...(page.silentSince === null ? [] : [words.silent(page.silentCount, time(page.silentSince))]),
  ];
  return (
    <p role="status" className={styles['freshness']}>
      {facts.join(' · ')}
    </p>
  );
}

function NoPage({ type }: { readonly type: 'opening' | 'unreachable' | 'closed' }): ReactElement {
  const words = useWords('sponsor');
  if (type === 'opening') return <p role="status">{words.opening}</p>;
  return type === 'closed' ? (
    <Banner tone="info" icon="closed" title={words.closedTitle}>
      {words.closedText}
    </Banner>
  ) : (
    <Banner tone="info" title={words.unreachableTitle}>
      {words.unreachableText}
    </Banner>
  );
}

function LanguageChoice(): ReactElement {
  const words = useWords('sponsor');
  const { chosenLanguage, change } = useSettings();
  return (
    <Chips
      label={words.language}
      options={languages.map((value) => ({ value, label: languageNames[value] }))}
      value={chosenLanguage}
      onChange={(language) => {
        if (isLanguage(language)) change({ language });
      }}
    />
  );
}
