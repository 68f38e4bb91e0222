import { useState, type ReactElement } from 'react';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { instantToDay } from '#i18n/format.ts';
import type { DeviceId } from '#domain/scalars.ts';
import { exportRecord, exportUnsent } from '#store/export-unsent.ts';
import { exportFormer } from '#store/former-memory.ts';
import { useClient } from '../client.tsx';
import { useBranchClock } from '../use-branch-clock.ts';
import { useWords } from '../words.ts';
import { offerFile } from './offer-file.ts';

export type SaveAsFileProps = {
  /** This record alone; everything that the server has not taken unless one is named. */
  readonly record?: number | undefined;
  /** All that a former holder of this phone has not sent, in place of this phone's own. */
  readonly former?: DeviceId | undefined;
  readonly onSaved?: (() => void) | undefined;
};

/** What the server has not taken as one signed file, for whoever has a connection. It stays on this phone all the same. */
export function SaveAsFile({ record, former, onSaved }: SaveAsFileProps): ReactElement {
  const { unsent } = useWords('common');
  const { store, identity } = useClient();
  const clock = useBranchClock();
  const [outcome, setOutcome] = useState<'saved' | 'failed' | undefined>(undefined);
  const save = async (): Promise<void> => {
    try {
      const bytes = await (former !== undefined
        ? exportFormer(store, former)
        : record === undefined
          ? exportUnsent(store)
          : exportRecord(store, record));
      const day = clock === undefined ? '' : `-${instantToDay(clock.now, clock.utcOffsetMinutes)}`;
      const number = record === undefined ? '' : `-${record}`;
      if (bytes !== null) offerFile(bytes, `dastarkhan-${former ?? identity.device}${number}${day}.segment`);
      setOutcome(bytes === null ? undefined : 'saved');
      onSaved?.();
    } catch {
      // Keys or storage did not answer: nothing was written, and nothing was lost.
      setOutcome('failed');
    }
  };
  return (
    <Stack gap="small">
      <Button width="full" icon="download" onPress={() => void save()}>
        {unsent.saveAsFile}
      </Button>
      <div role="status">
        {outcome === 'saved' ? (
          <Banner tone="info" icon="tick" title={record === undefined ? unsent.fileSaved : unsent.recordSaved} />
        ) : null}
        {outcome === 'failed' ? <Banner tone="warn" title={unsent.fileFailed} /> : null}
      </div>
    </Stack>
  );
}
