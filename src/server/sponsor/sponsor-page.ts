import { bytesToBase32 } from '#lib/base32.ts';
import type { Sha256 } from '#lib/ports.ts';
import { numberToDay } from '#domain/days.ts';
import type { Body } from '#domain/rows.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { type FulfilmentReport, fulfilmentReport, weekUntil } from '#domain/views/fulfilment-report.ts';
import { lastHeardByMember } from '#domain/views/last-heard.ts';
import { MAX_NEEDS, MAX_REPORT_RUNS, MAX_RUN_PHOTOS, type SponsorPage } from '#protocol/sponsor-page.ts';
import type { SponsorRows } from './sponsor-rows.ts';

/** A phone on the way that was not heard for so long is named as silent. */
const SILENT_AFTER_MS = 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const PAGE_ID_BYTES = 10;

export type PageOf = { readonly sponsor: Body<'sponsor'>; readonly branch: Body<'branch'>; readonly now: number };

/** Makes the page that a sponsor receives: sums, runs, needs; indexes in place of ids. Times are epoch ms. */
export function sponsorPage(rows: SponsorRows, { sponsor, branch, now }: PageOf, sha256: Sha256): SponsorPage {
  const today = dayAt(now, branch.utcOffsetMinutes);
  const all = fulfilmentReport(rows, { from: '2000-01-01' as Day, to: today });
  const week = fulfilmentReport(rows, weekUntil(today));
  const needs = aheadOf(rows.needs, today);
  const gone = aheadOf(rows.withdrawnNeeds, today);
  const ids = [
    ...all.items.map(({ item }) => item),
    ...rows.pledges.map(({ body }) => body.item),
    ...[...needs, ...gone].map(({ body }) => body.item),
  ];
  const items = [...new Set(ids)].filter((id) => rows.itemsById.has(id));
  const indexOf = new Map(items.map((id, index) => [id, index]));
  const item = (id: RowId) => indexOf.get(id) ?? 0;
  const window = (id: RowId | null) => windowTimes(rows, id);
  const needed = ({ count, on, district, ...body }: Body<'need'>) => ({
    item: item(body.item),
    count,
    on,
    window: window(body.window),
    district,
  });
  return {
    sponsor: sponsor.name,
    branch: branch.name,
    language: sponsor.language,
    utcOffsetMinutes: branch.utcOffsetMinutes,
    at: now,
    today,
    ...freshness(rows, now, today),
    items: items.map((id) => ({ name: rows.itemsById.get(id)?.name ?? '', unit: rows.itemsById.get(id)?.unit ?? '' })),
    week: sums(week, item),
    all: sums(all, item),
    runs: all.runs.slice(0, MAX_REPORT_RUNS).map(({ run: id, ...run }) => ({
      ...run,
      districts: [...run.districts],
      window: window(run.window),
      lines: run.lines.map((line) => ({ ...line, item: item(line.item) })),
      photos: photosOf(rows, id),
    })),
    pledges: rows.pledges.map(({ body: { count, from, until, district, status, ...body } }) => ({
      item: item(body.item),
      count,
      from,
      until,
      window: window(body.window),
      district,
      status,
    })),
    needs: needs.map(({ id, body }) => ({ id: pageIdOf(sha256, id), ...needed(body) })),
    noLongerNeeded: gone.map(({ body }) => needed(body)),
  };
}

/** Pages name photos by their hashes, which tell nothing but whether bytes are the right ones. */
function photosOf({ photos }: Pick<SponsorRows, 'photos'>, run: RowId): string[] {
  const hashes = photos.filter(({ body }) => body.run === run).map(({ body }) => body.hash);
  return [...new Set(hashes)].slice(0, MAX_RUN_PHOTOS);
}

/** The need that a page calls so; pages have names of their own for rows. */
export function needCalled(rows: Pick<SponsorRows, 'needs'>, pageId: string, sha256: Sha256) {
  return rows.needs.find(({ id }) => pageIdOf(sha256, id) === pageId);
}

/** The calendar day of the branch at an instant. */
export function dayAt(now: number, utcOffsetMinutes: number): Day {
  return numberToDay(Math.floor((now + utcOffsetMinutes * 60_000) / DAY_MS));
}

function pageIdOf(sha256: Sha256, id: RowId): string {
  return bytesToBase32(sha256(new TextEncoder().encode(`dastarkhan-page ${id}`)).slice(0, PAGE_ID_BYTES));
}

/** Those of today and later, the nearest first. */
function aheadOf(needs: SponsorRows['needs'], today: Day): SponsorRows['needs'] {
  return needs
    .filter(({ body }) => body.on >= today)
    .toSorted((a, b) => a.body.on.localeCompare(b.body.on))
    .slice(0, MAX_NEEDS);
}

function windowTimes(rows: SponsorRows, id: RowId | null) {
  const window = id === null ? undefined : rows.windowsById.get(id);
  return window === undefined
    ? null
    : { name: window.name, startMinute: window.startMinute, endMinute: window.endMinute };
}

function sums({ runCount, checkpointCount, items }: FulfilmentReport, item: (id: RowId) => number) {
  return { runCount, checkpointCount, items: items.map((sum) => ({ ...sum, item: item(sum.item) })) };
}

/** How far this can be believed: what phones on the way have not told yet is not in it. */
function freshness(rows: SponsorRows, now: number, today: Day) {
  const heard = lastHeardByMember(rows.devices, rows.contacts);
  const underWay = [...rows.runsById.values()].filter(
    (run) => run.driver !== null && run.on <= today && (run.status === 'underWay' || run.status === 'planned'),
  );
  const drivers = new Set(underWay.map(({ driver }) => driver));
  const heardAts = [...drivers]
    .flatMap((driver) => (driver === null ? [] : [heard.get(driver) ?? 0]))
    .filter((at) => at > 0);
  const silent = heardAts.filter((at) => now - at > SILENT_AFTER_MS);
  return {
    completeTo: rows.runsById.size === 0 ? null : Math.min(now, ...heardAts),
    silentCount: silent.length,
    silentSince: silent.length === 0 ? null : Math.min(...silent),
  };
}
