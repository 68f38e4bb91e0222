import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, onTestFinished, test } from 'vitest';

import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';

afterEach(cleanup);

test('a double tap counts once, and the next act counts again', async () => {
  const person = userEvent.setup();
  const pressed: string[] = [];
  const { rerender } = render(<Button once="first" onPress={() => pressed.push('first')} children="Delivered 20" />);
  await person.dblClick(screen.getByRole('button'));
  await person.click(screen.getByRole('button'));
  expect(pressed).toEqual(['first']);

  rerender(<Button once="second" onPress={() => pressed.push('second')} children="Delivered 20" />);
  await person.dblClick(screen.getByRole('button'));
  expect(pressed).toEqual(['first', 'second']);
});

test('a button without an act of its own counts every press', async () => {
  const person = userEvent.setup();
  let presses = 0;
  render(<Button onPress={() => (presses += 1)} children="More" />);
  await person.dblClick(screen.getByRole('button'));
  expect(presses).toBe(2);
});

test('a button inside a form does not send it unless it says so', async () => {
  const person = userEvent.setup();
  const sent: string[] = [];
  render(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sent.push('sent');
      }}
    >
      <Button children="Quiet" />
      <Button type="submit" children="Save" />
    </form>,
  );
  await person.click(screen.getByRole('button', { name: 'Quiet' }));
  expect(sent).toEqual([]);
  await person.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent).toEqual(['sent']);
});

test('a link inside the app stays in the app, and a click with a key held stays the browser’s', async () => {
  const person = userEvent.setup();
  const gone: string[] = [];
  let kept = 0;
  const keep = (event: Event): void => {
    if (!event.defaultPrevented) kept += 1;
    event.preventDefault();
  };
  document.addEventListener('click', keep);
  onTestFinished(() => document.removeEventListener('click', keep));
  render(<ButtonLink href="/unsent" onGo={(href) => gone.push(href)} children="Unsent" />);
  await person.click(screen.getByRole('link'));
  expect(gone).toEqual(['/unsent']);
  expect(kept).toBe(0);
  await person.keyboard('{Control>}');
  await person.click(screen.getByRole('link'));
  expect(gone).toEqual(['/unsent']);
  expect(kept).toBe(1);
});
