import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';

afterEach(cleanup);

const rows = (count: number) => Array.from({ length: count }, (_, index) => `Record ${index + 1}`);
const list = (titles: readonly string[]) => (
  <List label="Unsent">
    {titles.map((title) => (
      <ListRow key={title} title={title} />
    ))}
  </List>
);
const shown = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('of a long list a screenful is there at once, and all of it by and by, in its order', async () => {
  render(list(rows(500)));
  expect(shown().length).toBeGreaterThan(10);
  expect(shown().length).toBeLessThan(100);
  await screen.findByText('Record 500');
  expect(shown()).toEqual(rows(500));
});

test('what comes later to a list that is whole begins to come at once', async () => {
  const { rerender } = render(list(rows(40)));
  await screen.findByText('Record 40');
  rerender(list(rows(80)));
  expect(shown().length).toBeGreaterThan(55);
  await screen.findByText('Record 80');
  rerender(list(rows(3)));
  expect(shown()).toEqual(rows(3));
});
