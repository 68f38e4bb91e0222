import type { ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { isTabOfIphone, useInstall } from './install.ts';
import { useWords } from './words.ts';

/** How the app gets on the home screen: a button where the browser asks, the steps on an iPhone, else nothing. */
export function InstallHow(): ReactElement | null {
  const { phone } = useWords('common');
  const { ask } = useInstall();
  if (ask !== undefined) {
    return (
      <>
        <p>{phone.installHint}</p>
        <Button width="full" icon="download" onPress={ask}>
          {phone.install}
        </Button>
      </>
    );
  }
  if (!isTabOfIphone()) return null;
  return (
    <>
      <p>{phone.installIosSteps}</p>
      <p>{phone.installIosApart}</p>
    </>
  );
}
