import * as v from 'valibot';
import { vehicleBody } from '../supply.ts';
import { plainRowMutators } from './plain-row.ts';

export const vehicleMutators = plainRowMutators('vehicle', v.omit(vehicleBody, ['status']));
