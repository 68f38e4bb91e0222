import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense, use, useState, type ReactElement } from 'react';
import { afterEach, expect, test, vi } from 'vitest';

import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

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

test('a form that is hidden while the page waits for something is not closed by that', async () => {
  // As browsers do: they tell of it in a task of its own.
  vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(function close(this: HTMLDialogElement) {
    this.removeAttribute('open');
    queueMicrotask(() => this.dispatchEvent(new Event('close')));
  });
  const onClose = vi.fn();
  const page = (words: Promise<null> | null) => (
    <Suspense fallback="Loading">
      <Dialog isOpen title="New item" closeLabel="Close" onClose={onClose}>
        <p>Tea</p>
      </Dialog>
      <Behind words={words} />
    </Suspense>
  );
  const { rerender } = render(page(null));
  rerender(page(new Promise<null>(() => undefined)));
  screen.getByText('Loading');
  await Promise.resolve();
  expect(onClose).not.toHaveBeenCalled();
  // What the browser closes by itself is told.
  screen.getByText('Tea').closest('dialog')?.dispatchEvent(new Event('close'));
  expect(onClose).toHaveBeenCalledTimes(1);
});

function Behind({ words }: { readonly words: Promise<null> | null }): null {
  return words === null ? null : use(words);
}
