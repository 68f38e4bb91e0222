import type { RequestBody } from '../request.ts';
import type { RowId } from '../scalars.ts';

export type Request = { readonly id: RowId; readonly body: RequestBody };

/** What whoever answers should know: nobody is there any more, or the same was asked for twice and is not brought yet. */
export type RequestMark = 'placeClosed' | 'askedTwice';
export type MarkedRequest = Request & { readonly marks: readonly RequestMark[] };

/** All requests by where they stand: gaps first, each list the oldest first, what is done the latest first. */
export type RequestBoard = {
  readonly open: readonly MarkedRequest[];
  readonly promised: readonly MarkedRequest[];
  readonly done: readonly MarkedRequest[];
};

/** @param closed places that are closed now */
export function requestBoard(requests: readonly Request[], closed: ReadonlySet<RowId>): RequestBoard {
  const byAge = requests.toSorted((a, b) => a.body.raisedAt - b.body.raisedAt || a.id.localeCompare(b.id));
  const seen = new Set<string>();
  const marked = byAge.map((request): MarkedRequest => {
    const { checkpoint, what } = request.body;
    const isToBring = isStanding(request);
    const key = `${checkpoint} ${what}`;
    const marks: RequestMark[] = [];
    if (isToBring && closed.has(checkpoint)) marks.push('placeClosed');
    // What is asked for as "something else" need not be the same.
    if (isToBring && what !== 'other' && seen.has(key)) marks.push('askedTwice');
    if (isToBring) seen.add(key);
    return { ...request, marks };
  });
  const of = (status: RequestBody['status']) => marked.filter(({ body }) => body.status === status);
  return { open: of('open'), promised: of('promised'), done: of('done').toReversed() };
}

/** Still to be brought. */
export function isStanding({ body }: Request): boolean {
  return body.status === 'open' || body.status === 'promised';
}

/** Organisations that promised something before, the latest first: mostly the same ones answer. */
export function promisers(requests: readonly Request[]): readonly string[] {
  const latest = requests.toSorted((a, b) => b.body.raisedAt - a.body.raisedAt);
  return [...new Set(latest.flatMap(({ body }) => body.promisedBy ?? []))];
}
