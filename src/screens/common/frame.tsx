import { Suspense, type ReactElement, type ReactNode } from 'react';
import { useLocation } from './router.tsx';
import type { Role } from '#domain/people.ts';
import { formatNumber } from '#i18n/format.ts';
import type { CommonWords } from '#i18n/common/en.ts';
import { formerHolders } from '#store/queries/former-holders.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { BottomBar, type BottomBarItem } from '#ui/bottom-bar.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Screen } from '#ui/screen.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { useClient } from './client.tsx';
import { isTabOfIphone, useInstall } from './install.ts';
import { late } from './late.tsx';
import { NewVersionBanner } from './new-version-banner.tsx';
import { useSettings } from './settings.tsx';
import { SyncLine } from './sync-line.tsx';
import { SyncTrouble } from './sync-trouble.tsx';
import { useGo } from './use-go.ts';
import { useQuery } from './use-query.ts';
import { useWide } from './use-wide.ts';
import { useWords } from './words.ts';

/** Nobody waits for it, and most never see it. */
const { Screen: InstallOffer } = late(
  async () => (await import('./install-offer.tsx')).InstallOffer,
  () => null,
);

export type FrameProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Where the arrow beside the title leads. */
  readonly back?: string | undefined;
  /** In place of the last contact with the server. */
  readonly subtitle?: ReactNode | undefined;
  /** Icon buttons at the end of the header. */
  readonly headerActions?: ReactNode | undefined;
  /** The one thing to do now, in the thumb's reach. */
  readonly action?: ReactNode | undefined;
  readonly width?: 'column' | 'wide' | undefined;
  readonly density?: 'driver' | 'dense' | undefined;
};

/** The page around every screen of an enrolled phone: title, last contact, what is unsent, the places of the app. */
export function Frame(props: FrameProps): ReactElement {
  const { title, children, back, subtitle, headerActions, action, width, density } = props;
  const { actions, appName, places } = useWords('common');
  const go = useGo();
  const items = useBottomBarItems();
  const settings = useSettingsButton();
  const isOffered = useInstall().ask !== undefined || isTabOfIphone();
  return (
    <Screen
      width={width}
      density={density}
      action={action}
      header={
        <ScreenHeader
          // Each screen takes the focus to its title once, so that a screen reader says where one is.
          key={title}
          title={title}
          subtitle={subtitle ?? <SyncLine />}
          back={back === undefined ? undefined : { label: actions.back, href: back, onGo: go }}
          actions={
            headerActions === undefined && settings === null ? undefined : (
              <>
                {headerActions}
                {settings}
              </>
            )
          }
          focus="title"
        />
      }
      bottomBar={<BottomBar label={places.label} appName={appName} items={items} onGo={go} />}
    >
      <title>{`${title} · ${appName}`}</title>
      <NewVersionBanner />
      <SyncTrouble />
      {children}
      {isOffered ? (
        <Suspense fallback={null}>
          <InstallOffer />
        </Suspense>
      ) : null}
    </Screen>
  );
}

type Place = Pick<BottomBarItem, 'href' | 'icon'> & {
  readonly word: keyof CommonWords['places'] & PlainWord;
  /** What belongs to it though its address begins otherwise. */
  readonly also?: readonly string[];
};
type PlainWord =
  | 'run'
  | 'runs'
  | 'unsent'
  | 'phone'
  | 'coverage'
  | 'today'
  | 'people'
  | 'places'
  | 'items'
  | 'importFile'
  | 'sponsors'
  | 'notices'
  | 'requests'
  | 'handover'
  | 'branches';

const driverPlaces: readonly Place[] = [
  { href: '/', icon: 'truck', word: 'run' },
  { href: '/unsent', icon: 'upload', word: 'unsent' },
  { href: '/phone', icon: 'phone', word: 'phone' },
];
const supportPlaces: readonly Place[] = [
  { href: '/requests', icon: 'hand', word: 'requests' },
  { href: '/notices', icon: 'bell', word: 'notices' },
  { href: '/unsent', icon: 'upload', word: 'unsent' },
  { href: '/phone', icon: 'phone', word: 'phone' },
];
const coordinatorPlaces: readonly Place[] = [
  { href: '/branches', icon: 'grid', word: 'branches' },
  { href: '/unsent', icon: 'upload', word: 'unsent' },
  { href: '/phone', icon: 'phone', word: 'phone' },
];
const organiserPlaces: readonly Place[] = [
  { href: '/coverage', icon: 'grid', word: 'coverage', also: ['/supply', '/map'] },
  {
    href: '/today',
    icon: 'list',
    word: 'today',
    also: ['/runs', '/run', '/review', '/print', '/handover', '/requests', '/desk', '/scan', '/notices'],
  },
  { href: '/places', icon: 'pin', word: 'places', also: ['/items', '/import', '/export'] },
  { href: '/people', icon: 'people', word: 'people', also: ['/sponsors'] },
  { href: '/unsent', icon: 'upload', word: 'unsent' },
];
/** Reached from the pages that they belong to, and from anywhere where there is room for their names. */
const morePlaces: readonly Place[] = [
  { href: '/phone', icon: 'phone', word: 'phone' },
  { href: '/sponsors', icon: 'gift', word: 'sponsors' },
  { href: '/requests', icon: 'hand', word: 'requests' },
  { href: '/handover', icon: 'swap', word: 'handover' },
  { href: '/notices/edit', icon: 'bell', word: 'notices' },
  { href: '/items', icon: 'bowl', word: 'items' },
  { href: '/import', icon: 'download', word: 'importFile' },
];

function useBottomBarItems(): readonly BottomBarItem[] {
  const { identity } = useClient();
  const { places } = useWords('common');
  const { pathname } = useLocation();
  const badge = useUnsentBadge();
  const isWide = useWide();
  const known = placesOf(identity.role, isWide ? 'rail' : 'bar');
  // A driver's other screens all belong to the run; an organiser's phone belongs to none of the five places.
  const current = known.toReversed().find((place) => isWithin(pathname, place))?.href ?? '/';
  return known.map(({ href, icon, word }) => ({
    href,
    icon,
    label: places[word],
    isCurrent: href === current,
    badge: href === '/unsent' ? badge : undefined,
  }));
}

function placesOf(role: Role, room: 'bar' | 'rail'): readonly Place[] {
  if (role === 'technicalSupport') return supportPlaces;
  if (role === 'coordinator') return coordinatorPlaces;
  if (role !== 'organiser') return driverPlaces;
  return room === 'rail' ? [...organiserPlaces, ...morePlaces] : organiserPlaces;
}

/** Five places are what a thumb can tell apart: an organiser's phone itself is reached from the head of each page. */
function useSettingsButton(): ReactElement | null {
  const { identity } = useClient();
  const { places } = useWords('common');
  const { pathname } = useLocation();
  const go = useGo();
  const isWide = useWide();
  if (identity.role !== 'organiser' || isWide || pathname === '/phone') return null;
  return <IconButton icon="settings" label={places.phone} onPress={() => go('/phone')} />;
}

function isWithin(pathname: string, { href, also = [] }: Place): boolean {
  return [href, ...also].some((start) => pathname === start || pathname.startsWith(`${start}/`));
}

function useUnsentBadge(): BottomBarItem['badge'] {
  const { places } = useWords('common');
  const { language } = useSettings();
  const count = useQuery(unsentCount);
  const formers = useQuery(formerHolders);
  if (count.type === 'unknown' || formers.type === 'unknown') {
    return { text: '…', label: places.unsentUnknown, tone: 'plain' };
  }
  const { unsent, needsYou } = count.value;
  // What others have left on this phone is as unsent as one's own.
  const shown = formers.value.reduce((sum, former) => sum + former.unsent, Math.max(unsent, needsYou));
  return {
    text: formatNumber(shown, language),
    label: places.unsentCount(shown),
    tone: needsYou > 0 ? 'needsYou' : 'plain',
  };
}
