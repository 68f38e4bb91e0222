import type { Day, RowId } from '#domain/scalars.ts';
import type { ReviewRows } from '#domain/views/review-tray.ts';
import type { PhoneStore } from '../phone-store.ts';

/**
 * What an organiser's tray is made of: all flagged deliveries, those since a day among which doubles are looked for, what
 * the server keeps aside, and what was decided.
 */
export async function reviewRows({ database }: PhoneStore, since: string): Promise<ReviewRows> {
  const { delivery, correction, aside, review } = database;
  return database.transaction('r', [delivery, correction, aside, review], async () => {
    const [flagged, recent, asides, reviews] = await Promise.all([
      delivery.where('body.flags').above('').distinct().toArray(),
      delivery
        .where('body.on')
        .aboveOrEqual(since as Day)
        .toArray(),
      aside.toArray(),
      review.toArray(),
    ]);
    const named = asides.flatMap(({ id, body }) => [id, `${body.device ?? ''}.${body.number}` as RowId]);
    const besides = (await delivery.bulkGet(named)).filter((row) => row !== undefined);
    const deliveries = new Map([...flagged, ...recent, ...besides].map((row) => [row.id, row]));
    const ids = [...deliveries.values()].flatMap(({ body }) => body.corrections);
    const corrections = (await correction.bulkGet(ids)).filter((row) => row !== undefined);
    return {
      deliveries: [...deliveries.values()],
      correctionsById: new Map(corrections.map(({ id, body }) => [id, body])),
      asides,
      reviewsById: new Map(reviews.map(({ id, body }) => [id, body])),
    };
  });
}
