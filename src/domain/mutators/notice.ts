import * as v from 'valibot';
import { noticeBody } from '../notice.ts';
import { plainRowMutators } from './plain-row.ts';

export const noticeMutators = plainRowMutators('notice', v.omit(noticeBody, ['status']));
