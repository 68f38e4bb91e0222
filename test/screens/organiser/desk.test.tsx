import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { DeviceId } from '#domain/scalars.ts';
import { spokenCheck } from '#domain/spoken-check.ts';

import { BRIDGE, driverPhone, MEAL, openAt, row, RUN, runRow, STATION, TEA, units } from '../support/driver-phone.tsx';
import { ANNA, bodiesOf, delivered, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const CODE = '7';

test('what is told by phone is typed with the keyboard alone: number, Enter, amount, Enter, check, Enter', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA, status: 'underWay' }));
  await openLaptopAt('/desk', laptop);
  const code = await screen.findByLabelText('Number of the checkpoint');
  await person.click(code);
  const check = spokenCheck({ code: CODE, item: MEAL, count: units(18) });
  // The run and the item are right as they stand: Enter goes on.
  await person.keyboard(`${CODE}{Enter}{Enter}{Enter}18{Enter}${check}{Enter}`);
  await screen.findByText('Saved as told by phone');
  const [said, ...others] = await bodiesOf(laptop, 'delivery');
  expect(others).toEqual([]);
  expect(said).toMatchObject({ run: RUN, stop: 1, checkpoint: STATION, how: 'told' });
  expect(said?.lines).toEqual([{ item: MEAL, count: units(18) }]);
  expect(document.activeElement).toBe(code);
  expect(code).toHaveProperty('value', '');
});

test('a check number that does not fit, an unknown place and no amount save nothing, and say what to ask again', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA, status: 'underWay' }));
  await openLaptopAt('/desk', laptop);
  await person.click(await screen.findByLabelText('Number of the checkpoint'));
  await person.keyboard('999{Enter}{Enter}18{Enter}{Enter}');
  await screen.findByText(/No checkpoint has this number/);
  await person.keyboard(`{Control>}a{/Control}${CODE}{Enter}{Enter}{Enter}{Control>}a{/Control}many{Enter}{Enter}`);
  await screen.findByText(/This is no amount/);
  const right = spokenCheck({ code: CODE, item: MEAL, count: units(18) });
  const wrong = right === '11' ? '12' : '11';
  await person.keyboard(`{Control>}a{/Control}18{Enter}${wrong}{Enter}`);
  await screen.findByText(/The check number does not fit/);
  expect(await bodiesOf(laptop, 'delivery')).toEqual([]);
});

test('a stop that has a record already says so before it is told again; beside the runs it is a delivery of its own', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(
    runRow({ driver: ANNA, status: 'underWay' }),
    delivered(row(60), { stop: 1, checkpoint: STATION }),
  );
  await openLaptopAt('/desk', laptop);
  await person.click(await screen.findByLabelText('Number of the checkpoint'));
  await person.keyboard(CODE);
  await screen.findByText('This stop has a record already');
  await person.selectOptions(screen.getByLabelText('Run'), 'Beside the runs');
  await person.type(screen.getByLabelText('Amount'), '5');
  await person.click(screen.getByRole('button', { name: 'Save as told by phone' }));
  await screen.findByText('Saved as told by phone');
  expect(await bodiesOf(laptop, 'delivery')).toContainEqual(
    expect.objectContaining({ run: null, stop: null, checkpoint: STATION, how: 'told' }),
  );
});

test('the driver’s phone says what waits so that it can be read aloud, with the number that proves it was heard', async () => {
  const phone = await driverPhone(runRow({ status: 'underWay' }));
  const where = { run: RUN, stop: 1, checkpoint: STATION, on: runRow().body.on, window: null };
  const lines = [{ item: TEA, count: units(2.5) }];
  await phone.store.mutate(
    { name: 'deliveryRecord', args: { ...where, lines, reason: null, note: '', how: 'atStop' } },
    'tap',
  );
  await openAt('/unsent', phone);
  const check = spokenCheck({ code: CODE, item: TEA, count: units(2.5) });
  const spoken = await screen.findByText(new RegExp(`^${CODE}, Tea 2.5.*Check number ${check}$`));
  expect(spoken.closest('details')).not.toBeNull();
  expect(BRIDGE).not.toBe(STATION);
});

test('a file that is none of ours is named with what to do; a saved one lies here as its author’s until there is a network', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/desk', laptop);
  const pick = await screen.findByLabelText('Open saved files');
  await person.upload(pick, new File(['Name;Telephone'], 'list.csv'));
  await screen.findByText('list.csv');
  await screen.findByText(/This is no file of unsent work\. Nothing was taken\./);
  const file = { device: 'annasphone000000' as DeviceId, member: ANNA, count: 2, bytes: new Uint8Array() };
  await laptop.store.database.carried.bulkPut([
    { ...file, id: 'waits', takenAt: 1, outcome: null },
    { ...file, id: 'odd', takenAt: 2, outcome: { type: 'stored', at: 3, oddCount: 1 } },
  ]);
  await screen.findByText(/on this device, goes with the next connection/);
  await screen.findByText(/some of it waits in Review/);
  expect(screen.getAllByText(/2\srecords from the phone of Anna/)).toHaveLength(2);
});
