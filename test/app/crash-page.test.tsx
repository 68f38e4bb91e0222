import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { CrashPage } from '#app/crash-page.tsx';
import { StorageTroublePage } from '#app/storage-trouble-page.tsx';
import { languages } from '#i18n/language.ts';
import { SettingsProvider } from '#screens/common/settings.tsx';
import { prepareWords } from '#screens/common/words.ts';
import { enrolledStore } from '#test/store/support/test-store.ts';

afterEach(cleanup);

test.each(languages)('after a bug the app says what is safe and offers to open again: %s', (language) => {
  render(<CrashPage language={language} store={undefined} />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('');
  // Without a memory there is nothing to save.
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

test('a phone without keys says that nothing was saved as a file, and that the records are still here', async () => {
  const store = await enrolledStore();
  store.database.close();
  render(<CrashPage language="en" store={store} />);
  fireEvent.click(screen.getByRole('button', { name: 'Save what is unsent as a file' }));
  await screen.findByText('The file was not saved. The records are still on this phone.');
});

test.each([
  ['blocked', 'The app is open in another window'],
  ['newerDatabase', 'A newer version of the app has been here'],
  ['unavailable', 'This browser cannot keep records'],
  ['hung', 'The phone’s storage stopped answering'],
] as const)('a memory that does not open (%s) is no empty plan', async (code, title) => {
  await prepareWords('en', ['common', 'errors']);
  let tries = 0;
  render(
    <SettingsProvider initial={{ theme: 'dark', textSize: 100, language: 'en' }}>
      <StorageTroublePage failure={{ code }} onRetry={() => (tries += 1)} />
    </SettingsProvider>,
  );
  await screen.findByText(title);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(tries).toBe(1);
});
