import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';

import { formatCount, parseCount } from '#i18n/format.ts';
import { NumberStepper } from '#ui/number-stepper.tsx';
import { stepWithin } from '#ui/step-within.ts';

afterEach(cleanup);

function Tea({ start, step = 500 }: { readonly start: number | undefined; readonly step?: number }): ReactElement {
  const [litres, setLitres] = useState(start);
  return (
    <NumberStepper
      label="Tea"
      value={litres}
      onChange={setLitres}
      step={step}
      min={0}
      max={20_000}
      format={(count) => formatCount(count, 'en')}
      parse={parseCount}
      decreaseLabel="Less"
      increaseLabel="More"
    />
  );
}

const shown = (): string => screen.getByRole<HTMLInputElement>('textbox', { name: 'Tea' }).value;

test('half litres go up and down without drifting', async () => {
  const person = userEvent.setup();
  render(<Tea start={2_500} />);
  await person.click(screen.getByRole('button', { name: 'More' }));
  expect(shown()).toBe('3');
  for (let taps = 0; taps < 5; taps += 1) await person.click(screen.getByRole('button', { name: 'Less' }));
  expect(shown()).toBe('0.5');
});

test('it stops at nothing and at the most there can be', async () => {
  const person = userEvent.setup();
  render(<Tea start={500} />);
  await person.click(screen.getByRole('button', { name: 'Less' }));
  expect(shown()).toBe('0');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Less' }).disabled).toBe(true);

  await person.clear(screen.getByRole('textbox'));
  await person.type(screen.getByRole('textbox'), '900{Enter}');
  expect(shown()).toBe('20');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'More' }).disabled).toBe(true);
});

test('a typed amount counts with a comma or a point, and what is no amount falls back', async () => {
  const person = userEvent.setup();
  render(<Tea start={2_000} />);
  const number = screen.getByRole('textbox');
  await person.clear(number);
  await person.type(number, '7,25');
  await person.tab();
  expect(shown()).toBe('7.25');

  await person.clear(number);
  await person.type(number, 'many');
  await person.tab();
  expect(shown()).toBe('7.25');
});

test('a number that is not known yet is not shown as nothing', () => {
  render(<Tea start={undefined} />);
  expect(shown()).toBe('…');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'More' }).disabled).toBe(true);
});

test('an odd amount steps to the next whole step on its side', () => {
  const bounds = { step: 500, min: 0, max: 20_000 };
  expect(stepWithin(2_300, 1, bounds)).toBe(2_500);
  expect(stepWithin(2_300, -1, bounds)).toBe(2_000);
  expect(stepWithin(2_500, 1, bounds)).toBe(3_000);
  expect(stepWithin(2_500, -1, bounds)).toBe(2_000);
  expect(stepWithin(300, -1, bounds)).toBe(0);
  expect(stepWithin(19_800, 1, bounds)).toBe(20_000);
});

test('a step never leaves the bounds, also when they lie between two steps', () => {
  const bounds = { step: 500, min: 200, max: 20_300 };
  expect(stepWithin(20_000, 1, bounds)).toBe(20_300);
  expect(stepWithin(300, -1, bounds)).toBe(200);
});
