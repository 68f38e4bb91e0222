import * as v from 'valibot';
import { kitchenBody } from '../places.ts';
import { plainRowMutators } from './plain-row.ts';

export const kitchenMutators = plainRowMutators('kitchen', v.omit(kitchenBody, ['status']));
