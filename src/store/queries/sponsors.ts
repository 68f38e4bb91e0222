import type { ItemBody, MealWindowBody } from '#domain/catalogue.ts';
import type { RowId } from '#domain/scalars.ts';
import type { NeedBody, PledgeBody, SponsorBody, SponsorLinkBody } from '#domain/sponsors.ts';
import type { ReportRows } from '#domain/views/fulfilment-report.ts';
import type { StoredRow } from '../database.ts';
import type { PhoneStore } from '../phone-store.ts';

type Identified<Body> = { readonly id: RowId; readonly body: Body };
export type KnownPledge = PledgeBody & { readonly id: RowId };
export type KnownNeed = NeedBody & { readonly id: RowId };
export type KnownSponsor = SponsorBody & {
  readonly id: RowId;
  readonly pledges: readonly KnownPledge[];
  /** Those in use. */
  readonly links: readonly (SponsorLinkBody & { readonly id: RowId })[];
};

/** Everything about who gives what, and what became of it. */
export type Giving = {
  /** By name. */
  readonly sponsors: readonly KnownSponsor[];
  readonly needs: readonly KnownNeed[];
  readonly items: readonly (ItemBody & { readonly id: RowId })[];
  readonly windows: readonly Identified<MealWindowBody>[];
  readonly districts: readonly string[];
  /** For the views over all sponsors' pledges. */
  readonly rows: ReportRows;
};

/** Who gives what to this branch, and the runs that carried it. */
export async function giving({ database }: PhoneStore): Promise<Giving> {
  const { sponsor, sponsorLink, pledge, need, load, run, delivery, correction, checkpoint, item, mealWindow } =
    database;
  const tables = [sponsor, sponsorLink, pledge, need, load, run, delivery, correction, checkpoint, item, mealWindow];
  return database.transaction('r', tables, async () => {
    const loads = await load.toArray();
    const ids = loads.map(({ id }) => id);
    const [sponsors, links, pledges, needs, runs, deliveries, places, items, windows] = await Promise.all([
      sponsor.toArray(),
      sponsorLink.toArray(),
      pledge.toArray(),
      need.toArray(),
      run.bulkGet(ids),
      delivery.where('body.run').anyOf(ids).toArray(),
      checkpoint.toArray(),
      item.toArray(),
      mealWindow.toArray(),
    ]);
    const corrections = await correction.bulkGet(deliveries.flatMap(({ body }) => body.corrections));
    const flat = <Body>({ id, body }: Identified<Body>) => ({ id, ...body });
    return {
      sponsors: sponsors
        .map((row) => withPledges(row, pledges, links))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      needs: needs.map(flat).toSorted((a, b) => a.on.localeCompare(b.on)),
      items: items.map(flat).toSorted((a, b) => a.name.localeCompare(b.name)),
      windows: windows.toSorted((a, b) => a.body.startMinute - b.body.startMinute),
      districts: [...new Set(places.map(({ body }) => body.district))].filter((name) => name !== '').toSorted(),
      rows: {
        pledges,
        loads,
        runsById: byId(runs.filter((row) => row !== undefined)),
        deliveries,
        correctionsById: byId(corrections.filter((row) => row !== undefined)),
        checkpointsById: byId(places),
        windowsById: byId(windows),
      },
    };
  });
}

function withPledges(
  { id, body }: StoredRow<'sponsor'>,
  pledges: readonly StoredRow<'pledge'>[],
  links: readonly StoredRow<'sponsorLink'>[],
): KnownSponsor {
  const own = <Row extends { readonly body: { readonly sponsor: RowId } }>(rows: readonly Row[]) =>
    rows.filter((row) => row.body.sponsor === id);
  return {
    id,
    ...body,
    pledges: own(pledges)
      .map((row) => ({ id: row.id, ...row.body }))
      .toSorted((a, b) => b.from.localeCompare(a.from)),
    links: own(links)
      .filter((row) => row.body.status === 'open')
      .map((row) => ({ id: row.id, ...row.body })),
  };
}

function byId<Body>(rows: readonly Identified<Body>[]): ReadonlyMap<RowId, Body> {
  return new Map(rows.map(({ id, body }) => [id, body]));
}
