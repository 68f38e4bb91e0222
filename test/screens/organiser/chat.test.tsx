import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { requirementId } from '#domain/derived-ids.ts';
import { BRIDGE, LUNCH, MEAL, RUN, runRow, units } from '../support/driver-phone.tsx';
import { ANNA, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

const share = vi.fn(async () => {});
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));
  Object.defineProperty(navigator, 'share', { value: share, configurable: true });
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'share');
  share.mockClear();
  vi.unstubAllGlobals();
});

const need: Row = {
  kind: 'requirement',
  id: requirementId(BRIDGE, LUNCH),
  body: {
    checkpoint: BRIDGE,
    window: LUNCH,
    headcounts: [20, 20, 20, 20, 20, 20, 20],
    perHead: [{ item: MEAL, count: units(1) }],
    priority: 'usual',
    from: null,
    until: null,
  },
};
const textShown = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The text' });

test('a gap is told to a chat: from its cell, in the language of whoever reads it there, as it was changed before it went', async () => {
  const person = userEvent.setup();
  await openLaptopAt('/coverage', await organiserLaptop(need));
  const [cell] = await screen.findAllByRole('button', { name: /^0 of 20, Nobody comes/ });
  await person.click(cell as HTMLElement);
  await person.click(await screen.findByRole('button', { name: 'Text for a chat' }));
  expect((await textShown()).value).toMatch(
    /^Food is still needed: Bridge post \(No\. 12\)\n.*\nMissing: Hot meal 20\sportions\n/,
  );
  await person.click(screen.getByRole('radio', { name: 'All three' }));
  expect((await textShown()).value).toMatch(/Әлі де тамақ керек[^]*Ещё нужна еда[^]*Food is still needed/);
  await person.click(screen.getByRole('radio', { name: 'Русский' }));
  await person.type(await textShown(), ' Спасибо!');
  await person.click(screen.getByRole('button', { name: 'Share' }));
  await waitFor(() =>
    expect(share).toHaveBeenCalledWith({ text: (document.querySelector('textarea') as HTMLTextAreaElement).value }),
  );
  expect((await textShown()).value).toMatch(/^Ещё нужна еда[^]*здесь\. Спасибо!$/);
});

test('a run is told to a driver without the app, who is not named in it', async () => {
  const person = userEvent.setup();
  await openLaptopAt(`/runs/${RUN}`, await organiserLaptop(runRow({ driver: ANNA, label: 'South' })));
  await person.click(await screen.findByRole('button', { name: 'Text for a chat' }));
  const { value } = await textShown();
  expect(value).toMatch(
    /^Your run: South\n[^]*\n1\. Bridge post \(No\. 12\)\nHot meal 20\sportions\n\n2\. Bus station \(No\. 7\)\n/,
  );
  expect(value).not.toContain('Anna');
});
