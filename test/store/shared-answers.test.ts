import 'fake-indexeddb/auto';

import { Dexie } from 'dexie';
import * as v from 'valibot';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';

import { rowId } from '#domain/scalars.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { isAsking } from '#store/live/asking.ts';
import { sharedAnswer } from '#store/live/shared-answers.ts';
import { coverageStanding } from '#store/queries/coverage-standing.ts';
import { lastHeard } from '#store/queries/last-heard.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';

import { delivered, oneRun } from './support/one-run.ts';
import { DEVICE, enrolledStore, MEMBER, NOON } from './support/test-store.ts';

// A test before this one may have loaded Dexie where there was no IndexedDB, and then it follows nothing.
beforeAll(() => {
  Dexie.dependencies.indexedDB = indexedDB;
});

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A question about what is unsent, of which is known how often it ran. */
function counted() {
  const ran = vi.fn<(store: PhoneStore) => ReturnType<typeof unsentCount>>(unsentCount);
  return { ran, question: (store: PhoneStore) => ran(store) };
}

test('whoever asks the same shares one asking, and who comes later has the answer at once', async () => {
  const store = await enrolledStore({ rows: [oneRun] });
  const { ran, question } = counted();
  const first = sharedAnswer(store, question, []);
  expect(first.current()).toBeUndefined();
  expect(isAsking(store)).toBe(false);
  ends.push(first.subscribe(() => undefined));
  expect(isAsking(store)).toBe(true);
  await vi.waitFor(() => expect(first.current()?.answer).toEqual({ unsent: 0, needsYou: 0 }));
  expect(isAsking(store)).toBe(false);
  const second = sharedAnswer(store, question, []);
  expect(second.current()).toBe(first.current());
  ends.push(second.subscribe(() => undefined));
  expect(ran).toHaveBeenCalledTimes(1);
});

test('all of them are told of a change, by one asking more', async () => {
  const store = await enrolledStore({ rows: [oneRun] });
  const { ran, question } = counted();
  const told = [vi.fn<() => void>(), vi.fn<() => void>()];
  const live = sharedAnswer(store, question, []);
  for (const tell of told) ends.push(live.subscribe(tell));
  await vi.waitFor(() => expect(live.current()).toBeDefined());
  expect((await store.mutate(delivered(), 'tap')).ok).toBe(true);
  await vi.waitFor(() => expect(live.current()?.answer.unsent).toBe(1));
  expect(ran).toHaveBeenCalledTimes(2);
  for (const tell of told) expect(tell).toHaveBeenCalledTimes(2);
});

test('a screen that takes over from another one in the same breath asks nothing again; one that comes after does', async () => {
  const store = await enrolledStore({ rows: [oneRun] });
  const { ran, question } = counted();
  const live = sharedAnswer(store, question, []);
  const leave = live.subscribe(() => undefined);
  await vi.waitFor(() => expect(live.current()).toBeDefined());
  leave();
  const leaveAgain = sharedAnswer(store, question, []).subscribe(() => undefined);
  await Promise.resolve();
  expect(sharedAnswer(store, question, []).current()).toBeDefined();
  expect(ran).toHaveBeenCalledTimes(1);
  leaveAgain();
  await Promise.resolve();
  // What nobody followed may be old: it is unknown until it is asked again.
  const later = sharedAnswer(store, question, []);
  expect(later.current()).toBeUndefined();
  ends.push(later.subscribe(() => undefined));
  await vi.waitFor(() => expect(later.current()).toBeDefined());
  expect(ran).toHaveBeenCalledTimes(2);
});

test('what made asking impossible is thrown where the answer is wanted', async () => {
  const store = await enrolledStore({ rows: [oneRun] });
  const live = sharedAnswer(store, () => Promise.reject(new Error('The memory is gone')), []);
  const told = vi.fn<() => void>();
  ends.push(live.subscribe(told));
  await vi.waitFor(() => expect(told).toHaveBeenCalled());
  expect(() => live.current()).toThrow('The memory is gone');
  expect(isAsking(store)).toBe(false);
});

test('who comes back to an asking that was forgotten does not displace the one that others share', async () => {
  const store = await enrolledStore({ rows: [oneRun] });
  const { question } = counted();
  const forgotten = sharedAnswer(store, question, []);
  forgotten.subscribe(() => undefined)();
  await Promise.resolve();
  const shared = sharedAnswer(store, question, []);
  expect(shared).not.toBe(forgotten);
  ends.push(shared.subscribe(() => undefined));
  const leave = forgotten.subscribe(() => undefined);
  expect(sharedAnswer(store, question, [])).toBe(shared);
  leave();
  await Promise.resolve();
  expect(sharedAnswer(store, question, [])).toBe(shared);
});

test('that a phone was heard of is another answer, and for it the board’s standing rows are not read again', async () => {
  const store = await enrolledStore({ role: 'organiser' });
  const [standing, heard] = [sharedAnswer(store, coverageStanding, []), sharedAnswer(store, lastHeard, [])];
  for (const live of [standing, heard]) ends.push(live.subscribe(() => undefined));
  await vi.waitFor(() => expect([standing.current(), heard.current()]).not.toContain(undefined));
  const before = standing.current();
  const id = v.parse(rowId, DEVICE);
  const keys = { signKey: 'sign', agreeKey: 'agree' };
  await store.database.device.put({ id, body: { member: MEMBER, label: 'Phone', ...keys, status: 'active' } });
  await store.database.contact.put({ id, body: { heardAt: NOON, throughNumber: 1, notices: [] } });
  await vi.waitFor(() => expect(heard.current()?.answer.get(MEMBER)).toBe(NOON));
  expect(standing.current()).toBe(before);
});
