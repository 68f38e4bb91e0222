import * as v from 'valibot';
import { itemBody } from '../catalogue.ts';
import { plainRowMutators } from './plain-row.ts';

export const itemMutators = plainRowMutators('item', v.omit(itemBody, ['status']));
