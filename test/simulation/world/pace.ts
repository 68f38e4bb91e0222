/** Sizes that a seed chooses, so that small worlds too go in many pages and segments. */
export const pace = { pageRows: 2_000, firstBatchBytes: 16_384 };
