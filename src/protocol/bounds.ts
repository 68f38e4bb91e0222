/** One entry's arguments: the largest run that the domain allows fits, with the longest ids and amounts. */
export const MAX_ARGS_BYTES = 122_880;
/** The rest of an entry besides its arguments. */
export const MAX_ENVELOPE_BYTES = 128;
/** Entries of one segment; with MAX_PUSH_BYTES what one answer may cost the server. */
export const MAX_SEGMENT_ENTRIES = 10_000;
/** A request's body after decompression: the largest batch (512 kB), one entry more, and what is written around them. */
export const MAX_REQUEST_BYTES = 688_128;
/** A request's body as it comes over the wire: packing does not have to help. */
export const MAX_COMPRESSED_BYTES = 688_128;
/** Rows of one page of a pull, so that applying it never blocks a cheap phone for long. */
export const MAX_PAGE_ROWS = 4_000;
/** Own rows that one page may stand for besides: what the largest segment of deliveries writes, and then some. */
export const MAX_OWN_ROWS = 24_000;
/**
 * JSON characters of one page, likewise; a single row may exceed it. The page from the beginning is smaller, since
 * somebody waits for its first rows; a later one is some 50 kB on the wire, which a slow link moves within its patience.
 */
export const MAX_PAGE_BYTES = 524_288;
export const MAX_FIRST_PAGE_BYTES = 262_144;
/** Feed rows that one answer about branches is made from, two pages' worth: most of a long feed may be passed over. */
export const MAX_SIEVED_ROWS = 8_000;
/** Numbers of earlier, unsettled mutations that a phone may ask about in one request. */
export const MAX_ASKED = 200;
/**
 * Where a phone's batches begin, how far they grow while the link holds, and how small they get while it fails. Gzip
 * leaves a sixth of deliveries or less: the first batch is some 20 kB on the wire, and a driver's whole week.
 */
export const FIRST_BATCH_BYTES = 131_072;
export const SMALLEST_BATCH_BYTES = 16_384;
export const LAST_BATCH_BYTES = 524_288;
