import type { ReactElement } from 'react';
import { formatBytes } from '#i18n/format.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';
import { dropMap, type MapStanding, takeMap, useLookForMap, useMapFile } from './kept-map.ts';

/** The map file of this device: taken once from a file, how much room it takes, and removed. */
export function MapFileSection(): ReactElement | null {
  const { file: words } = useWords('map');
  const { standing, failure } = useMapFile();
  useLookForMap();
  if (standing.type === 'unknown') return null;
  return (
    <Section heading={words.title}>
      <Stack gap="small">
        <div role="alert">
          {failure === undefined ? null : (
            <Banner tone="warn" title={words.failures[failure].title}>
              <p>{words.failures[failure].next}</p>
            </Banner>
          )}
        </div>
        <Standing standing={standing} />
      </Stack>
    </Section>
  );
}

function Standing({ standing }: { readonly standing: Exclude<MapStanding, { type: 'unknown' }> }): ReactElement {
  const { file: words } = useWords('map');
  const { language } = useSettings();
  switch (standing.type) {
    case 'none':
      return (
        <FilePick
          label={words.pick}
          hint={words.hint}
          accept=".pmtiles"
          icon="pin"
          onPick={([picked]) => {
            if (picked !== undefined) void takeMap(picked);
          }}
        />
      );
    case 'keeping':
      return <ProgressBar label={words.keeping} value={standing.bytes} max={standing.ofBytes} />;
    case 'kept':
      return (
        <>
          <p>{words.kept(formatBytes(standing.map.file.size, language))}</p>
          <Button onPress={() => void dropMap()}>{words.remove}</Button>
        </>
      );
  }
}
