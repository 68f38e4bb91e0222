import { useEffect, useState } from 'react';
import { formatDateTime, formatTime, instantToDay } from '#i18n/format.ts';
import { instantToWallClock } from '#i18n/calendar.ts';
import { type Day } from '#domain/scalars.ts';
import { ownBranch } from '#store/queries/own-branch.ts';
import { useClient } from './client.tsx';
import { useSettings } from './settings.tsx';
import { useQuery } from './use-query.ts';

/** Ages are shown in minutes, so nothing on a screen needs a finer clock. */
const TICK_MS = 20_000;

/** Now, by the clock of the branch. */
export type BranchClock = {
  /** Epoch ms by this phone. */
  readonly now: number;
  readonly today: Day;
  readonly minuteOfDay: number;
  readonly utcOffsetMinutes: number;
  /** "14:02", or "8 Nov, 14:02" for another day. */
  readonly timeText: (at: number) => string;
};

/** Ticks now and then, so that what is on screen never grows old unseen. Undefined until the branch's clock is known. */
export function useBranchClock(): BranchClock | undefined {
  const { store } = useClient();
  const { language } = useSettings();
  const branch = useQuery(ownBranch);
  const now = useNow(store.ports.clock.now);
  if (branch.type === 'unknown') return undefined;
  const { utcOffsetMinutes } = branch.value;
  const today = instantToDay(now, utcOffsetMinutes) as Day;
  return {
    now,
    today,
    minuteOfDay: instantToWallClock(now, utcOffsetMinutes).minuteOfDay,
    utcOffsetMinutes,
    timeText: (at) =>
      instantToDay(at, utcOffsetMinutes) === today
        ? formatTime(at, utcOffsetMinutes)
        : formatDateTime(at, utcOffsetMinutes, language),
  };
}

function useNow(read: () => number): number {
  const [now, setNow] = useState(read);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const tick = (): void => setNow(read());
    // A page that nobody sees has no clock; one that comes back looks at the time first.
    const follow = (): void => {
      clearInterval(timer);
      timer = document.visibilityState === 'hidden' ? undefined : setInterval(tick, TICK_MS);
      if (timer !== undefined) tick();
    };
    timer = document.visibilityState === 'hidden' ? undefined : setInterval(tick, TICK_MS);
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [read]);
  return now;
}
