import type { ReactElement } from 'react';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { useVersionStanding } from './new-version.ts';
import { useWords } from './words.ts';

/** Says that a newer version waits. Nothing happens by itself: a reload could cost somebody an edit. */
export function NewVersionBanner(): ReactElement | null {
  const { phone } = useWords('common');
  const { version, isPutOff } = useVersionStanding();
  if (isPutOff || !('restart' in version)) return null;
  return (
    <Banner
      tone="info"
      icon="download"
      title={phone.updateTitle}
      action={
        <Stack direction="row" gap="small">
          <Button onPress={version.restart}>{phone.updateNow}</Button>
          <Button look="quiet" onPress={() => useVersionStanding.setState({ isPutOff: true })}>
            {phone.updateLater}
          </Button>
        </Stack>
      }
    >
      <p>{phone.updateSafe}</p>
    </Banner>
  );
}
