import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import type { Day } from '#domain/scalars.ts';

import { CATALOGUE, STATION, OTHER_MEMBER, driverPhone, openAt, row, RUN, runRow } from '../support/driver-phone.tsx';

afterEach(cleanup);

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));

test.each([
  ['cancelled', /An organiser cancelled this run/],
  ['completed', 'Completed'],
  ['abandoned', 'Stopped early'],
] as const)('a run that is %s says so, and has nothing to deliver and nothing to end', async (status, said) => {
  await openAt(`/run/${RUN}`, await driverPhone(runRow({ status })));
  await screen.findByText(said);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByRole('link', { name: 'End of run' })).toBeNull();
});

test('a run that became another driver’s says so, and is not theirs to load or to end', async () => {
  await openAt(`/run/${RUN}`, await driverPhone(runRow({ driver: OTHER_MEMBER })));
  await screen.findByText(/This run is another driver’s now/);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByRole('link', { name: 'End of run' })).toBeNull();
});

test('with all stops recorded the way to the end is the one thing to do; before that it is one way among others', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  const early = await screen.findByRole('link', { name: 'End of run' });
  expect(early.getAttribute('href')).toBe(`/run/${RUN}/end`);
  await press(/^Delivered 20/);
  await screen.findByRole('heading', { name: 'Bus station' });
  await press('Delivered as planned');
  await screen.findByText('All stops have a record');
  expect(screen.getByText('2 of 2')).toBeDefined();
  expect(screen.getAllByRole('link', { name: 'End of run' })).toHaveLength(1);
  fireEvent.click(screen.getByRole('link', { name: 'End of run' }));
  await screen.findByText('Every stop has a record.');
});

test('who delivers before pressing Loaded is on the way: there is nothing left to load', async () => {
  const phone = await driverPhone(runRow({ status: 'planned', answer: 'accepted' }));
  await openAt(`/run/${RUN}`, phone);
  await screen.findByRole('button', { name: 'Loaded, off we go' });
  await press(/^Delivered 20/);
  await screen.findByRole('heading', { name: 'Bus station' });
  expect(screen.queryByRole('button', { name: 'Loaded, off we go' })).toBeNull();
});

test('a run can be stopped early, with or without a reason, once it is under way', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/end`, phone);
  fireEvent.change(await screen.findByLabelText('Why?'), { target: { value: '  The road is closed ' } });
  await press('Stop the run early');
  await screen.findByText('Thank you. The run is complete.');
  expect((await phone.store.database.run.get(RUN))?.body).toMatchObject({
    status: 'abandoned',
    reason: 'The road is closed',
  });
});

test('what was answered is said in words', async () => {
  const phone = await driverPhone(runRow({ status: 'planned', answer: 'none' }));
  await openAt('/', phone);
  await press('I can’t');
  await screen.findByText('You gave it back');
  await press('I take it after all');
  await screen.findByText('You take it');
});

test('the first screen has the next stop of the run under way, then the others, and what is over', async () => {
  const kitchen: Row = {
    kind: 'kitchen',
    id: row(30),
    body: { name: 'School 3', otherNames: null, landmark: '', phone: null, position: null, status: 'open' },
  };
  const later = {
    ...runRow({ status: 'planned', answer: 'none', label: 'North', kitchen: kitchen.id }),
    id: row(50),
  };
  const cancelled = { ...runRow({ status: 'cancelled', label: 'South' }), id: row(51) };
  const over = { ...runRow({ status: 'completed', label: 'East', on: '2026-01-10' as Day }), id: row(52) };
  const forgotten = { ...runRow({ status: 'completed', label: 'West', on: '2026-01-07' as Day }), id: row(53) };
  await openAt('/', await driverPhone(runRow(), kitchen, later, cancelled, over, forgotten));
  await screen.findByRole('button', { name: /^Delivered 20/ });
  await screen.findByRole('article', { name: 'North' });
  await screen.findByText('Load at: School 3');
  await screen.findByText(/An organiser cancelled this run/);
  const earlier = await screen.findByRole('region', { name: 'Earlier runs' });
  expect(earlier.textContent).toContain('East');
  expect(earlier.textContent).not.toContain('South');
  // A week is enough to look back.
  expect(earlier.textContent).not.toContain('West');
});

test('what was remembered at the end says so in the list of stops', async () => {
  await openAt(`/run/${RUN}/end`, await driverPhone(runRow()));
  await press('Yes, all as planned');
  expect(await screen.findAllByText(/recorded at the end of the run/)).toHaveLength(2);
});

test('a place’s own screen calls it and shows the way, with whatever of the two is known', async () => {
  const station = CATALOGUE.find(({ id }) => id === STATION);
  if (station?.kind !== 'checkpoint') throw new Error('the station is a place');
  const position = { lat: 53_000_000, lon: 69_000_000 };
  const phone = await driverPhone({ ...station, body: { ...station.body, position } }, runRow());
  await openAt(`/run/${RUN}/stop/1`, phone);
  fireEvent.click(await screen.findByText('Show the way'));
  const way = screen.getByRole('link', { name: '2GIS' });
  expect(way.getAttribute('href')).toContain('69');
  expect(screen.queryByRole('link', { name: /^Call/ })).toBeNull();
  const callable = { ...station, body: { ...station.body, phone: '8 (716) 200-00-02' } };
  await openAt(`/run/${RUN}/stop/1`, await driverPhone(callable, runRow()));
  expect((await screen.findByRole('link', { name: /^Call/ })).getAttribute('href')).toBe('tel:87162000002');
  expect(screen.queryByText('Show the way')).toBeNull();
});
