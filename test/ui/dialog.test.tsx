import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';

import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

afterEach(cleanup);

function Phone(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Erase</Button>
      <Dialog
        isOpen={isOpen}
        title="Erase this phone?"
        closeLabel="Close"
        onClose={() => setOpen(false)}
        actions={<Button onPress={() => setOpen(false)}>Keep</Button>}
      >
        <p>Three records are not on the server.</p>
      </Dialog>
    </>
  );
}

async function openDialog() {
  const person = userEvent.setup();
  render(<Phone />);
  await person.click(screen.getByRole('button', { name: 'Erase' }));
  return person;
}

test('it opens as a dialog that is named by its title', async () => {
  await openDialog();
  const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Erase this phone?' });
  expect(dialog.open).toBe(true);
});

test('what is not open is not there at all', () => {
  render(<Phone />);
  expect(screen.queryByText('Three records are not on the server.')).toBe(null);
});

test('the cross and the phone’s own way back mean the same', async () => {
  const person = await openDialog();
  await person.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBe(null);

  await person.click(screen.getByRole('button', { name: 'Erase' }));
  screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
  await expect.poll(() => screen.queryByRole('dialog')).toBe(null);
});
