import { dropDraft, keepDraft } from '#store/drafts.ts';
import { draft } from '#store/queries/draft.ts';
import type { PhoneStore } from '#store/phone-store.ts';

const KEPT_AS = 'import-half';

/** An import that did not come to its end: so many of its steps are here. */
export type HalfImport = { readonly doneCount: number; readonly stepCount: number };

/** Null when the last import came to its end, or there was none. */
export async function halfImport(store: PhoneStore): Promise<HalfImport | null> {
  const kept: unknown = await draft(store, KEPT_AS);
  const half: { readonly doneCount?: unknown; readonly stepCount?: unknown } = kept instanceof Object ? kept : {};
  const { doneCount, stepCount } = half;
  return typeof doneCount === 'number' && typeof stepCount === 'number' ? { doneCount, stepCount } : null;
}

/** Kept while it runs, so that a closed tab or a dead battery is told of afterwards. */
export async function keepHalfImport(store: PhoneStore, half: HalfImport): Promise<void> {
  await keepDraft(store, KEPT_AS, half);
}

export async function forgetHalfImport(store: PhoneStore): Promise<void> {
  await dropDraft(store, KEPT_AS);
}
