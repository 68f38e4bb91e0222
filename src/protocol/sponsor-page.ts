import * as v from 'valibot';
import { photoHash } from '#domain/photo.ts';
import { count, day, instant, MAX_LINES, minuteOfDay, name, nameOrEmpty, unit } from '#domain/scalars.ts';
import { sponsorLanguage } from '#domain/sponsors.ts';

/** Twenty-six characters of base32, 130 bits, in the link's fragment: nobody guesses one, and no server's log holds it. */
export const SPONSOR_SECRET_LENGTH = 26;
export const sponsorSecret = v.pipe(v.string(), v.regex(/^[0-9a-z]{26}$/));

/** The latest runs that a page names one by one; older ones count in the sums. */
export const MAX_REPORT_RUNS = 400;
export const MAX_NEEDS = 100;
/** Photos that a page shows of one run. */
export const MAX_RUN_PHOTOS = 12;

/** Asks for the page (POST /api/sponsor, JSON). */
export const sponsorQuestionSchema = v.object({ secret: sponsorSecret });

/** Offers to answer a released need (POST /api/sponsor/pledge, JSON): an organiser confirms it or not. */
export const sponsorOfferSchema = v.object({
  secret: sponsorSecret,
  /** The page's own name of the need. */
  need: v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/)),
  count: v.pipe(
    count,
    v.check((amount) => amount > 0),
  ),
});

/** Asks for a photo of the page (POST /api/sponsor/photo, JSON), by the name that the page gives it. */
export const sponsorPictureQuestionSchema = v.object({ secret: sponsorSecret, photo: photoHash });

const itemIndex = v.pipe(v.number(), v.integer(), v.minValue(0));
const windowTimes = v.nullable(v.object({ name, startMinute: minuteOfDay, endMinute: minuteOfDay }));
const fulfilled = v.object({
  item: itemIndex,
  promised: v.number(),
  loaded: v.number(),
  delivered: v.number(),
  leftOver: v.number(),
  onTheWay: v.number(),
});
const neededThing = { item: itemIndex, count: v.number(), on: day, window: windowTimes, district: nameOrEmpty };
const sums = v.object({ runCount: v.number(), checkpointCount: v.number(), items: v.array(fulfilled) });

/**
 * All that a sponsor ever receives (SPEC 11). There is no field for a name of a person, a telephone, a note, a position or a
 * place nearer than a district, so none can be sent; ids of rows do not leave either.
 */
export const sponsorPageSchema = v.object({
  sponsor: name,
  branch: nameOrEmpty,
  language: sponsorLanguage,
  utcOffsetMinutes: v.number(),
  /** The server's time when this was put together. */
  at: instant,
  today: day,
  /** Everything that happened until then is in it; null when no run of theirs has been heard of yet. */
  completeTo: v.nullable(instant),
  /** Phones on the way with this sponsor's food that were not heard for an hour, and since when the first is silent. */
  silentCount: v.number(),
  silentSince: v.nullable(instant),
  /** Items by index, as the sums and runs name them. */
  items: v.array(v.object({ name, unit })),
  week: sums,
  all: sums,
  runs: v.pipe(
    v.array(
      v.object({
        on: day,
        window: windowTimes,
        districts: v.pipe(v.array(nameOrEmpty), v.maxLength(MAX_LINES * 2)),
        lines: v.array(v.object({ item: itemIndex, loaded: v.number(), delivered: v.number() })),
        state: v.picklist(['onTheWay', 'done']),
        /** Released photos of its goods, by the hashes of their bytes. */
        photos: v.optional(v.pipe(v.array(photoHash), v.maxLength(MAX_RUN_PHOTOS)), []),
      }),
    ),
    v.maxLength(MAX_REPORT_RUNS),
  ),
  pledges: v.array(
    v.object({
      item: itemIndex,
      count: v.number(),
      from: day,
      until: v.nullable(day),
      window: windowTimes,
      district: nameOrEmpty,
      status: v.picklist(['offered', 'confirmed', 'closed']),
    }),
  ),
  needs: v.pipe(v.array(v.object({ id: v.string(), ...neededThing })), v.maxLength(MAX_NEEDS)),
  /** Needs that were shown and are withdrawn, of days that are not over. Why is nobody's business: a reason is a note. */
  noLongerNeeded: v.optional(v.pipe(v.array(v.object(neededThing)), v.maxLength(MAX_NEEDS)), []),
});
export type SponsorPage = v.InferOutput<typeof sponsorPageSchema>;

export type SponsorQuestion = v.InferOutput<typeof sponsorQuestionSchema>;
export type SponsorPictureQuestion = v.InferOutput<typeof sponsorPictureQuestionSchema>;
export type SponsorOffer = v.InferOutput<typeof sponsorOfferSchema>;

/** Reads a page's JSON text; undefined for anything else, such as a captive portal's HTML. */
export function readSponsorPage(text: string): SponsorPage | undefined {
  return readJson(sponsorPageSchema, text);
}

export function readSponsorQuestion(text: string): SponsorQuestion | undefined {
  return readJson(sponsorQuestionSchema, text);
}

export function readSponsorOffer(text: string): SponsorOffer | undefined {
  return readJson(sponsorOfferSchema, text);
}

export function readSponsorPictureQuestion(text: string): SponsorPictureQuestion | undefined {
  return readJson(sponsorPictureQuestionSchema, text);
}

function readJson<T>(schema: v.GenericSchema<unknown, T>, text: string): T | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
