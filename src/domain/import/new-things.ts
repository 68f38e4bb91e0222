import type { ImportStep } from './import-step.ts';
import { nextCodes } from './next-code.ts';
import type { ImportPlan, Present } from './plan.ts';
import { openCodes, type PresentThings } from './present-things.ts';
import type { FileItem, FilePlace } from './read-delivery-line.ts';
import type { ThingKey } from './same-thing.ts';

type Named = { readonly items: readonly FileItem[]; readonly places: readonly FilePlace[] };

/** The steps that bring in what is not here yet, and what of it is new, for the preview. */
export type NewThings = Pick<ImportPlan, 'items' | 'checkpoints'> & { readonly steps: readonly ImportStep[] };

/**
 * @param wanted what the lines need that are brought in
 * @param named what all good lines name
 */
export function newThings(wanted: Named, named: Named, present: Present, things: PresentThings): NewThings {
  const itemSteps = freshOf(wanted.items, things).map(itemStep);
  const checkpointSteps = withCodes(freshOf(wanted.places, things), present);
  return {
    steps: [...itemSteps, ...checkpointSteps],
    items: { fresh: itemSteps.map(({ fields }) => fields), presentCount: presentCount(named.items, things) },
    checkpoints: {
      fresh: checkpointSteps.map(({ fields }) => fields),
      presentCount: presentCount(named.places, things),
    },
  };
}

/** What is not here yet, once each, as the first line that names it has it. */
export function freshOf<Thing extends { readonly key: ThingKey }>(
  named: readonly Thing[],
  { idsByKey }: Pick<PresentThings, 'idsByKey'>,
): readonly Thing[] {
  const fresh = new Map<ThingKey, Thing>();
  for (const thing of named) if (!idsByKey.has(thing.key) && !fresh.has(thing.key)) fresh.set(thing.key, thing);
  return [...fresh.values()];
}

export function presentCount(
  named: readonly { readonly key: ThingKey }[],
  { idsByKey }: Pick<PresentThings, 'idsByKey'>,
): number {
  return new Set(named.map(({ key }) => key).filter((key) => idsByKey.has(key))).size;
}

function itemStep({ key, name, unit }: FileItem): Extract<ImportStep, { type: 'item' }> {
  return { type: 'item', key, fields: { name, unit } };
}

function withCodes(
  places: readonly FilePlace[],
  present: Present,
): readonly Extract<ImportStep, { type: 'checkpoint' }>[] {
  const codes = nextCodes(openCodes(present), places.length)[Symbol.iterator]();
  return places.map(({ key, name, district, landmark, position }) => {
    const fields = {
      name,
      otherNames: null,
      code: String(codes.next().value),
      landmark,
      district,
      phone: null,
      position,
    };
    return { type: 'checkpoint', key, fields };
  });
}
