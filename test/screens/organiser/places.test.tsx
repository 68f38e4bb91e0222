import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { bodiesOf, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

async function openForm(name: string) {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/places', laptop);
  await person.click(await screen.findByRole('button', { name }));
  return { person, laptop, form: within(await screen.findByRole('dialog')) };
}

test('a new checkpoint comes with the next number, and the field for its name is ready', async () => {
  const { person, laptop, form } = await openForm('New checkpoint');
  expect(document.activeElement).toBe(form.getByLabelText('Name'));
  expect(form.getByLabelText<HTMLInputElement>('Number').value).toBe('13');
  await person.keyboard('Hospital{Enter}');
  await screen.findByText('Hospital: on this device');
  expect((await bodiesOf(laptop, 'checkpoint')).find(({ name }) => name === 'Hospital')).toMatchObject({
    code: '13',
    status: 'open',
  });
});

test('a number that another checkpoint has is named with that checkpoint, before anything is saved', async () => {
  const { person, laptop, form } = await openForm('New checkpoint');
  await person.type(form.getByLabelText('Name'), 'Hospital');
  await person.clear(form.getByLabelText('Number'));
  await person.type(form.getByLabelText('Number'), '12{Enter}');
  await form.findByText(/Bridge post has this number already. Nothing was saved/);
  expect(await bodiesOf(laptop, 'checkpoint')).toHaveLength(2);
});

test.each([
  ['43.2380, 76.9452', { lat: 43_238_000, lon: 76_945_200 }],
  ['43.238,76.9452', { lat: 43_238_000, lon: 76_945_200 }],
  ['43,238 76,9452', { lat: 43_238_000, lon: 76_945_200 }],
  ['43,238; 76,9452', { lat: 43_238_000, lon: 76_945_200 }],
])('a place on the map is read as "%s"', async (typed, position) => {
  const { person, laptop, form } = await openForm('New checkpoint');
  await person.type(form.getByLabelText('Name'), 'Hospital');
  await person.type(form.getByLabelText('Place on the map'), `${typed}{Enter}`);
  await screen.findByText('Hospital: on this device');
  expect((await bodiesOf(laptop, 'checkpoint')).find(({ name }) => name === 'Hospital')?.position).toEqual(position);
});

test('what is no place on the map and no telephone number is said, and kept as typed', async () => {
  const { person, form } = await openForm('New checkpoint');
  await person.type(form.getByLabelText('Name'), 'Hospital');
  await person.type(form.getByLabelText('Telephone'), 'ask Anna{Enter}');
  await form.findByText(/That is not a telephone number/);
  await person.clear(form.getByLabelText('Telephone'));
  await person.type(form.getByLabelText('Place on the map'), 'behind the mill{Enter}');
  await form.findByText(/That is not a place on the map/);
  expect(form.getByLabelText<HTMLInputElement>('Place on the map').value).toBe('behind the mill');
});

test('a checkpoint is taken out of use after it was asked twice, and can be opened again', async () => {
  const { person, laptop, form } = await openForm('Bridge post');
  await person.click(form.getByRole('button', { name: 'Take out of use' }));
  await form.findByText(/disappears from new plans/);
  await person.click(form.getByRole('button', { name: 'Take out of use' }));
  await screen.findByText(/1\sclosed one/);
  const bridge = async () => (await bodiesOf(laptop, 'checkpoint')).find(({ name }) => name === 'Bridge post');
  expect((await bridge())?.status).toBe('closed');
  await person.click(screen.getByRole('button', { name: /Bridge post/ }));
  await person.click(screen.getByRole('button', { name: 'Open again' }));
  await expect.poll(async () => (await bridge())?.status).toBe('open');
});

test('a name in another language is typed in one fold, shown to who reads it, and found by everybody', async () => {
  const { person, laptop, form } = await openForm('Bridge post');
  await person.click(form.getByText('Name in other languages'));
  await person.type(form.getByLabelText('Қазақша'), ' Көпір бекеті ');
  await person.type(form.getByLabelText('English'), 'Old bridge{Enter}');
  await screen.findByText('Bridge post: on this device');
  expect((await bodiesOf(laptop, 'checkpoint')).find(({ code }) => code === '12')).toMatchObject({
    name: 'Bridge post',
    otherNames: { kk: 'Көпір бекеті', ru: null, en: 'Old bridge' },
  });
  await person.click(await screen.findByRole('button', { name: /Old bridge/ }));
  const again = within(await screen.findByRole('dialog', { name: 'Old bridge' }));
  expect(again.getByLabelText<HTMLInputElement>('Name').value).toBe('Bridge post');
  again.getByText('Name in other languages: Көпір бекеті, Old bridge');
  await person.clear(again.getByLabelText('Қазақша'));
  await person.clear(again.getByLabelText('English'));
  await person.click(again.getByRole('button', { name: 'Save' }));
  await screen.findByRole('button', { name: /Bridge post/ });
  expect((await bodiesOf(laptop, 'checkpoint')).find(({ code }) => code === '12')?.otherNames).toBeNull();
});

test('a kitchen may have its name in other languages too', async () => {
  const { person, laptop, form } = await openForm('New kitchen');
  await person.type(form.getByLabelText('Name'), '3-мектеп');
  await person.click(form.getByText('Name in other languages'));
  await person.type(form.getByLabelText('English'), 'School 3{Enter}');
  await screen.findByRole('button', { name: /School 3/ });
  const [kitchen] = await laptop.store.database.kitchen.toArray();
  expect(kitchen?.body).toMatchObject({ name: '3-мектеп', otherNames: { kk: null, ru: null, en: 'School 3' } });
});
