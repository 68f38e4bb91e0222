import * as v from 'valibot';
import { nameOrEmpty } from './scalars.ts';

/** A district's unit, the tenant. Its name is empty until its first organiser gives one. Row id: the branch's id. */
export const branchBody = v.object({
  name: nameOrEmpty,
  /** Minutes east of UTC. Kept by the branch, since old phones' zone tables are wrong for Kazakhstan since 2024. */
  utcOffsetMinutes: v.pipe(v.number(), v.integer(), v.minValue(-720), v.maxValue(840)),
});
export type BranchBody = v.InferOutput<typeof branchBody>;
