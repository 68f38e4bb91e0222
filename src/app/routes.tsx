import type { ReactElement } from 'react';
import type { Area } from '#i18n/load-words.ts';
import { useClient } from '#screens/common/client.tsx';
import { lateChunk } from '#screens/common/late-chunk.ts';
import { late, lateOf } from '#screens/common/late.tsx';
import { OrganiserNotHere, ScreenNotHere } from '#screens/common/not-here-yet.tsx';
import { Navigate, Route, Routes } from '#screens/common/router.tsx';
import { readSettings } from '#screens/common/settings.tsx';
import { WaitingScreen } from '#screens/common/waiting-screen.tsx';
import { RunScreen } from '#screens/driver/run-screen.tsx';
import { RunsScreen } from '#screens/driver/runs-screen.tsx';
import { prepareWords } from '#screens/common/words.ts';
import { browserTimer } from '#store/browser-time.ts';

/** What the screens say that come later. Words are fetched with the screens: a screen without them would be as absent. */
const REST_WORDS: readonly Area[] = ['driver', 'notices', 'requests', 'supply', 'coverage', 'enrol', 'map', 'photos'];
const ORGANISER_WORDS: readonly Area[] = [
  ...([
    'organiser',
    'places',
    'print',
    'pledges',
    'photos',
    'coverage',
    'supply',
    'notices',
    'requests',
    'handover',
    'map',
    'csv',
    'export',
  ] as const),
];

/** Tables, forms and the import: only the phones of organisers hold them. */
const { Screen: OrganiserRoutes, prepare: prepareOrganiser } = late(
  () =>
    withWords(ORGANISER_WORDS, async () => (await import('#screens/organiser/organiser-routes.tsx')).OrganiserRoutes),
  OrganiserNotHere,
);

/** For those who answer: no driver's phone loads it. */
const { Screen: RequestsScreen, prepare: prepareRequests } = late(
  () =>
    withWords(
      ['requests', 'notices'],
      async () => (await import('#screens/common/requests/requests-screen.tsx')).RequestsScreen,
    ),
  ScreenNotHere,
);

/** What is one tap away from the first screen: in memory soon after it (`prepareRest`), and never in its way. */
const rest = lateChunk(() => withWords(REST_WORDS, () => import('./rest.ts')), browserTimer);
const { Screen: StopScreen, prepare } = lateOf(rest, (screens) => screens.StopScreen, ScreenNotHere);
const { Screen: EndScreen } = lateOf(rest, (screens) => screens.EndScreen, ScreenNotHere);
const { Screen: ReturnablesScreen } = lateOf(rest, (screens) => screens.ReturnablesScreen, ScreenNotHere);
const { Screen: UnplannedScreen } = lateOf(rest, (screens) => screens.UnplannedScreen, ScreenNotHere);
const { Screen: ScanScreen } = lateOf(rest, (screens) => screens.ScanScreen, ScreenNotHere);
const { Screen: RequestScreen } = lateOf(rest, (screens) => screens.RequestScreen, ScreenNotHere);
const { Screen: NoticesScreen } = lateOf(rest, (screens) => screens.NoticesScreen, ScreenNotHere);
const { Screen: UnsentScreen } = lateOf(rest, (screens) => screens.UnsentScreen, ScreenNotHere);
const { Screen: PhoneScreen } = lateOf(rest, (screens) => screens.PhoneScreen, ScreenNotHere);
const { Screen: RevokedScreen } = lateOf(rest, (screens) => screens.RevokedScreen, ScreenNotHere);

const { Screen: RunMapScreen, prepare: prepareRunMap } = late(
  () => withWords(['driver', 'map'], async () => (await import('#screens/driver/run-map-screen.tsx')).RunMapScreen),
  ScreenNotHere,
);

export { prepareRunMap };

/**
 * Loads the screens that are one tap away: a network that goes seconds after the app was first opened takes none of them along,
 * and a newer version can take over without pulling them from under anybody.
 */
export const prepareRest = prepare;
/** The same for the screens of organisers, and of those who answer requests. */
export { prepareOrganiser, prepareRequests };

async function withWords<T>(areas: readonly Area[], load: () => Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([load(), prepareWords(readSettings().language, areas)]);
  return loaded;
}

/** The places of the app, by who this phone is at this moment. Unsent work and the phone itself are always within reach. */
export function AppRoutes(): ReactElement {
  const { identity } = useClient();
  return (
    <Routes>
      <Route path="/unsent" element={<UnsentScreen />} />
      <Route path="/phone" element={<PhoneScreen />} />
      {identity.isRevoked ? (
        <Route path="*" element={<RevokedScreen />} />
      ) : identity.isWaiting ? (
        <Route path="*" element={<WaitingScreen />} />
      ) : identity.role === 'technicalSupport' ? (
        <>
          <Route path="/requests" element={<RequestsScreen />} />
          <Route path="/notices" element={<NoticesScreen />} />
          <Route path="*" element={<Navigate to="/requests" replace />} />
        </>
      ) : identity.role === 'coordinator' ? (
        <Route path="*" element={<OrganiserRoutes />} />
      ) : (
        <>
          {/* An organiser drives too when somebody must. */}
          <Route path="/run/:id" element={<RunScreen />} />
          <Route path="/run/:id/stop/:index" element={<StopScreen />} />
          <Route path="/run/:id/stop/:index/returnables" element={<ReturnablesScreen />} />
          <Route path="/run/:id/stop/:index/request" element={<RequestScreen />} />
          <Route path="/run/:id/end" element={<EndScreen />} />
          <Route path="/run/:id/map" element={<RunMapScreen />} />
          <Route path="/scan" element={<ScanScreen />} />
          <Route path="/notices" element={<NoticesScreen />} />
          <Route path="/unplanned" element={<UnplannedScreen />} />
          {identity.role === 'organiser' ? (
            <>
              <Route path="/" element={<Navigate to="/today" replace />} />
              <Route path="/requests" element={<RequestsScreen />} />
              <Route path="*" element={<OrganiserRoutes />} />
            </>
          ) : (
            <>
              <Route path="/" element={<RunsScreen />} />
              <Route path="*" element={<Navigate to="/" replace />} />
            </>
          )}
        </>
      )}
    </Routes>
  );
}
