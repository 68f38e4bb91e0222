import type { Handover } from '#domain/views/handover.ts';
import type { RunOverview } from '#domain/views/day-overview.ts';
import type { MarkedRequest } from '#domain/views/requests.ts';
import { formatNumber, formatWindow } from '#i18n/format.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { askedText } from '../../common/requests/asked-text.ts';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import type { Naming } from '../use-naming.ts';

export type HandoverPart = {
  readonly heading: string;
  readonly href: string;
  /** Each thing in one line. */
  readonly lines: readonly string[];
};

/** The hand-over in words, the same on the screen and on paper. */
export function useParts(standing: CoverageStanding, naming: Naming): (handover: Handover) => readonly HandoverPart[] {
  const words = useWords('handover');
  const requestWords = useWords('requests');
  const { plan, day } = useWords('organiser');
  const coverage = useWords('coverage');
  const { language } = useSettings();
  const runLine = ({ run }: RunOverview): string => {
    const driver = run.driver === null ? day.noDriver : (standing.memberNames.get(run.driver) ?? day.nobody);
    const window = run.window === null ? undefined : standing.windowsById.get(run.window);
    return joined(
      run.label === '' ? plan.editTitle : run.label,
      window === undefined ? '' : `${window.name} ${formatWindow(window.startMinute, window.endMinute)}`,
      driver,
    );
  };
  const requestLine = ({ body }: MarkedRequest): string =>
    joined(
      naming.place(body.checkpoint),
      askedText(body, requestWords, language),
      body.promisedBy === null ? '' : requestWords.promised(body.promisedBy),
    );
  return ({ gaps, late, silent, requests, review }) => [
    {
      heading: words.gaps,
      href: '/coverage',
      lines: gaps.map(({ cell, missing }) =>
        joined(
          standing.windowsById.get(cell.window)?.name ?? '',
          naming.place(cell.checkpoint),
          missing.length === 0 ? '' : coverage.missing(naming.amounts(missing)),
        ),
      ),
    },
    { heading: words.late, href: '/today', lines: late.map(runLine) },
    { heading: words.silent, href: '/today', lines: silent.map(runLine) },
    { heading: words.open, href: '/requests', lines: requests.open.map(requestLine) },
    { heading: words.promised, href: '/requests', lines: requests.promised.map(requestLine) },
    { heading: words.review, href: '/review', lines: review === 0 ? [] : [formatNumber(review, language)] },
  ];
}

function joined(...parts: readonly string[]): string {
  return parts.filter((text) => text !== '').join(' · ');
}
