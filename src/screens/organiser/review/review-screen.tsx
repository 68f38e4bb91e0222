import { useMemo, type ReactElement } from 'react';
import { addDays } from '#domain/days.ts';
import { reviewTray } from '#domain/views/review-tray.ts';
import { asideSubjects } from '#store/queries/aside-subjects.ts';
import { freshness } from '#store/queries/freshness.ts';
import { people } from '#store/queries/people.ts';
import { reviewRows } from '#store/queries/review-rows.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Stack } from '#ui/stack.tsx';
import { TroubleBanner } from '../../common/trouble-banner.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useSettings } from '../../common/settings.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { useNaming } from '../use-naming.ts';
import { useNews } from '../use-news.ts';
import { useShare } from '../use-share.tsx';
import { AsideCard } from './aside-card.tsx';
import { Decided } from './decided.tsx';
import { OddCard } from './odd-card.tsx';

/** Doubles are looked for among the records of a week; whatever is flagged or kept aside waits for ever. */
const DOUBLES_DAYS = 7;

/** One tray: what is odd, what the server keeps aside, what waits. One tap each, and nothing is lost either way. */
export function ReviewScreen(): ReactElement {
  const { review } = useWords('organiser');
  useNews();
  const clock = useBranchClock();
  return (
    <Page title={review.title} back="/today">
      {clock === undefined ? null : <Tray clock={clock} />}
    </Page>
  );
}

function Tray({ clock }: { readonly clock: BranchClock }): ReactElement | null {
  const { review } = useWords('organiser');
  const rows = useQuery(reviewRows, addDays(clock.today, -DOUBLES_DAYS));
  const { language } = useSettings();
  const subjects = useQuery(asideSubjects, language);
  const known = useQuery(people);
  const naming = useNaming();
  const tray = useMemo(() => (rows.type === 'known' ? reviewTray(rows.value) : undefined), [rows]);
  const { shown: open, more } = useShare(tray?.open ?? []);
  if (tray === undefined || subjects.type === 'unknown' || known.type === 'unknown' || naming === undefined)
    return null;
  const shown = { naming, clock, membersById: known.value.membersById, subjectsById: subjects.value };
  return (
    <>
      {tray.open.length === 0 ? <NothingOpen /> : <p>{review.lead}</p>}
      <Stack>
        {open.map((item, index) => {
          // Amber is for the one thing to do now: the oldest.
          const look = index === 0 ? 'primary' : 'secondary';
          return item.type === 'odd' ? (
            <OddCard key={item.id} item={item} look={look} {...shown} />
          ) : (
            <AsideCard key={item.id} item={item} look={look} {...shown} />
          );
        })}
      </Stack>
      {more}
      <Decided items={tray.decided} {...shown} />
    </>
  );
}

/** Nothing is said to wait for nobody before everything is here. */
function NothingOpen(): ReactElement | null {
  const { review } = useWords('organiser');
  const { storage } = useWords('errors');
  const fresh = useQuery(freshness);
  if (fresh.type === 'unknown') return null;
  if (fresh.value.rows !== 'whole') return <TroubleBanner tone="info" trouble={storage.notLoadedYet} />;
  return (
    <EmptyState icon="tick" title={review.emptyTitle}>
      {review.emptyHint}
    </EmptyState>
  );
}
