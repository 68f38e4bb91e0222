import { loadingList } from '#domain/views/loading-list.ts';
import type { Giving } from '#store/queries/sponsors.ts';
import type { RunShown } from './run-shown.ts';

/** A pledge that a run may draw on. */
export type PledgeChoice = Giving['sponsors'][number]['pledges'][number] & { readonly sponsorName: string };

/** Confirmed pledges of that day and of what the run carries, and those that it draws on already. */
export function pledgesFor(known: Giving, { id, run }: RunShown['record']): readonly PledgeChoice[] {
  const items = new Set([...loadingList(run.stops), ...run.loaded].map(({ item }) => item));
  const drawn = new Set(known.rows.loads.find((load) => load.id === id)?.body.lines.map(({ pledge }) => pledge));
  return known.sponsors.flatMap((sponsor) =>
    sponsor.pledges
      .filter(
        (pledge) =>
          drawn.has(pledge.id) ||
          (pledge.status === 'confirmed' &&
            items.has(pledge.item) &&
            pledge.from <= run.on &&
            (pledge.until === null || pledge.until >= run.on) &&
            (pledge.window === null || pledge.window === run.window)),
      )
      .map((pledge) => ({ ...pledge, sponsorName: sponsor.name })),
  );
}
