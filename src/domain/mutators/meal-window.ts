import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { mealWindowBody } from '../catalogue.ts';
import { plainRowMutators } from './plain-row.ts';

/** A window may cross midnight, but it ends after it starts and lasts less than a day. */
export const mealWindowMutators = plainRowMutators('mealWindow', v.omit(mealWindowBody, ['status']), (fields) =>
  fields.startMinute < fields.endMinute && fields.startMinute < 1_440 && fields.endMinute - fields.startMinute < 1_440
    ? ok(null)
    : err({ code: 'endsBeforeStart' }),
);
