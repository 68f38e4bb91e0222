import type { ReactElement } from 'react';
import { ownBranch } from '#store/queries/own-branch.ts';
import { ownMember } from '#store/queries/own-member.ts';
import { languageNames, languages } from '#i18n/language.ts';
import { textSizes, themes } from '#ui/appearance.ts';
import { Chips } from '#ui/chips.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient } from '../client.tsx';
import { useLookForMap, useMapFile } from '../map/kept-map.ts';
import { MapFileSection } from '../map/map-file-section.tsx';
import { Frame } from '../frame.tsx';
import { useSettings } from '../settings.tsx';
import { SyncLine } from '../sync-line.tsx';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';
import { APP_VERSION } from './app-version.ts';
import { ErasePhone } from './erase-phone.tsx';
import { OwnFreeTime } from './own-free-time.tsx';
import { PassPhone } from './pass-phone.tsx';
import { StorageSection } from './storage-section.tsx';

/** What this phone is, how it looks, what it keeps. */
export function PhoneScreen(): ReactElement {
  const { phone } = useWords('common');
  return (
    <Frame title={phone.title}>
      <Looks />
      <OwnFreeTime />
      <StorageSection />
      <KeptMap />
      <About />
      <PassPhone />
      <ErasePhone />
    </Frame>
  );
}

function Looks(): ReactElement {
  const { phone } = useWords('common');
  const { chosenLanguage, theme, textSize, change } = useSettings();
  return (
    <Stack gap="large">
      <Chips
        width="shared"
        label={phone.language}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={chosenLanguage}
        onChange={(value) => change({ language: value })}
      />
      <Chips
        width="shared"
        label={phone.theme}
        options={themes.map((value) => ({ value, label: phone.themes[value] }))}
        value={theme}
        onChange={(value) => change({ theme: value })}
      />
      <Chips
        width="shared"
        label={phone.textSize}
        options={textSizes.map((value) => ({ value, label: phone.textSizes(value) }))}
        value={textSize}
        onChange={(value) => change({ textSize: value })}
      />
    </Stack>
  );
}

/** A map is taken where it is looked at; here it is only told of, once there is one. */
function KeptMap(): ReactElement | null {
  const { standing } = useMapFile();
  useLookForMap();
  return standing.type === 'kept' ? <MapFileSection /> : null;
}

/** Unknown is left out: no name is claimed before it has come. */
function About(): ReactElement {
  const { phone, roles } = useWords('common');
  const { identity } = useClient();
  const member = useQuery(ownMember);
  const branch = useQuery(ownBranch);
  const you = [member.type === 'known' ? member.value?.name : undefined, roles[identity.role]].filter(Boolean);
  const branchName = branch.type === 'known' ? branch.value.name : '';
  return (
    <List>
      <ListRow icon="people" title={phone.you} detail={you.join(' · ')} />
      {branchName === '' ? null : <ListRow icon="pin" title={phone.branch} detail={branchName} />}
      <ListRow icon="upload" title={<SyncLine />} />
      <ListRow icon="phone" title={phone.version} detail={APP_VERSION} />
    </List>
  );
}
