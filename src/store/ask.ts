import type { PhoneStore } from './phone-store.ts';
import { storageFailureOf } from './storage-failure.ts';

/** A connection that is gone for a reason outside us is opened again, and the question asked once more. */
export async function ask<T>(store: PhoneStore, question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (storageFailureOf(error) !== 'lost' || !(await store.revive())) throw error;
    return question();
  }
}
