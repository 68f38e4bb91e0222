import type { RunBody } from '../../run.ts';
import type { RowId } from '../../scalars.ts';
import { joinStops } from '../../join-stops.ts';
import { metresBetween } from '../distance.ts';
import type { Identified } from './coverage-rows.ts';
import { isFree } from './is-free.ts';
import { roomFor } from './room-for.ts';
import type { SuggestionReason, SuggestionRows } from './suggestion-rows.ts';

/** Who could go in place of a driver who cannot, and what would change for whom. */
export type Takeover = { readonly reasons: readonly SuggestionReason[] } & (
  | { readonly type: 'whole'; readonly driver: RowId }
  | { readonly type: 'join'; readonly run: Identified<RunBody>; readonly stopCount: number }
);

const MAX_TAKEOVERS = 5;
const FAR_METRES = 1_000_000;

/** Volunteers who are free in that window, and runs of it that could take the stops along; the nearest first. */
export function takeoversOf(run: Identified<RunBody>, rows: SuggestionRows): readonly Takeover[] {
  const { window, on, driver: former, stops } = run.body;
  const inWindow = rows.runs.filter(({ body }) => body.window === window && body.status !== 'cancelled');
  const busy = new Set(inWindow.map(({ body }) => body.driver));
  const first = stops[0]?.checkpoint;
  const wayFrom = (start: RowId | null | undefined): number =>
    metresBetween(
      start === null || start === undefined ? undefined : rows.placesById.get(start)?.position,
      first === undefined ? undefined : rows.placesById.get(first)?.position,
    ) ?? FAR_METRES;
  const reasonsOf = (metres: number): readonly SuggestionReason[] =>
    metres === FAR_METRES ? [] : [{ type: 'near', metres }];

  const whole = rows.drivers.flatMap((driver) => {
    const availability = rows.availabilityByMember.get(driver);
    const isThere = driver !== former && !busy.has(driver) && window !== null && isFree(availability, on, window);
    const room = roomFor(driver, stops, rows);
    if (!isThere || room === 'none') return [];
    const metres = wayFrom(availability?.kitchen ?? availability?.checkpoint);
    const takeover: Takeover = { type: 'whole', driver, reasons: [{ type: 'free' }, ...reasonsOf(metres), ...room] };
    return [{ metres, takeover }];
  });
  const join = inWindow.flatMap((other) => {
    const { body } = other;
    const isDriven = body.driver !== null && body.driver !== former && body.answer !== 'declined';
    const isToDrive = body.status === 'planned' || body.status === 'underWay';
    const joined = joinStops(body.stops, stops);
    if (other.id === run.id || window === null || !isDriven || !isToDrive || !joined.ok) return [];
    const room = roomFor(body.driver, joined.value, rows);
    if (room === 'none') return [];
    const metres = Math.min(...body.stops.map(({ checkpoint }) => wayFrom(checkpoint)));
    const reasons = [...reasonsOf(metres), ...room];
    const takeover: Takeover = { type: 'join', run: other, stopCount: joined.value.length, reasons };
    return [{ metres, takeover }];
  });
  return [...whole, ...join]
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, MAX_TAKEOVERS)
    .map(({ takeover }) => takeover);
}
