import { storageFailureOf } from '#store/storage-failure.ts';

/** Undefined where the phone's storage fails, as it may; else what it is. */
export async function unlessStorage<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (storageFailureOf(error) === 'bug') throw error;
    return undefined;
  }
}
