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
export const MAX_PAGE_ROWS = 2_000;
/** Own rows that one page may stand for besides: what the largest segment of deliveries writes, and then some. */
export const MAX_OWN_ROWS = 24_000;
/** JSON characters of one page, likewise; a single row may exceed it. */
export const MAX_PAGE_BYTES = 262_144;
/** Numbers of earlier, unsettled mutations that a phone may ask about in one request. */
export const MAX_ASKED = 200;
/** Where a phone's batches begin, and how far they grow while the link holds. */
export const FIRST_BATCH_BYTES = 16_384;
export const LAST_BATCH_BYTES = 524_288;
