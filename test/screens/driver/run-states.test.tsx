import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { OTHER_MEMBER, driverPhone, openAt, row, RUN, runRow } from '../support/driver-phone.tsx';

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
  const lunch = runRow({ kitchen: null });
  const later = { ...runRow({ status: 'planned', answer: 'none', label: 'North' }), id: row(50) };
  const cancelled = { ...runRow({ status: 'cancelled', label: 'South' }), id: row(51) };
  const over = { ...runRow({ status: 'completed', label: 'East' }), id: row(52) };
  await openAt('/', await driverPhone(lunch, later, cancelled, over));
  await screen.findByRole('button', { name: /^Delivered 20/ });
  await screen.findByRole('article', { name: 'North' });
  await screen.findByText(/An organiser cancelled this run/);
  const earlier = await screen.findByRole('region', { name: 'Earlier runs' });
  expect(earlier.textContent).toContain('East');
  expect(earlier.textContent).not.toContain('South');
});
