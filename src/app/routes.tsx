import { lazy, type ReactElement } from 'react';
import { Navigate, Route, Routes } from '#screens/common/router.tsx';
import { useClient } from '#screens/common/client.tsx';
import { WaitingScreen } from '#screens/common/waiting-screen.tsx';
import { RunScreen } from '#screens/driver/run-screen.tsx';
import { RunsScreen } from '#screens/driver/runs-screen.tsx';

/** Tables, forms and the import: no driver's phone loads them. */
const OrganiserRoutes = lazy(async () => ({
  default: (await import('#screens/organiser/organiser-routes.tsx')).OrganiserRoutes,
}));

/** What is one tap away from the first screen: in memory soon after it (`prepareRest`), and never in its way. */
const rest = () => import('./rest.ts');
const StopScreen = lazy(async () => ({ default: (await rest()).StopScreen }));
const EndScreen = lazy(async () => ({ default: (await rest()).EndScreen }));
const ReturnablesScreen = lazy(async () => ({ default: (await rest()).ReturnablesScreen }));
const UnplannedScreen = lazy(async () => ({ default: (await rest()).UnplannedScreen }));
const ScanScreen = lazy(async () => ({ default: (await rest()).ScanScreen }));
const NoticesScreen = lazy(async () => ({ default: (await rest()).NoticesScreen }));
const UnsentScreen = lazy(async () => ({ default: (await rest()).UnsentScreen }));
const PhoneScreen = lazy(async () => ({ default: (await rest()).PhoneScreen }));
const RevokedScreen = lazy(async () => ({ default: (await rest()).RevokedScreen }));

/** Loads the screens that are one tap away, so that a newer version can take over without pulling them from under anybody. */
export async function prepareRest(): Promise<void> {
  await rest();
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
      ) : (
        <>
          {/* An organiser drives too when somebody must. */}
          <Route path="/run/:id" element={<RunScreen />} />
          <Route path="/run/:id/stop/:index" element={<StopScreen />} />
          <Route path="/run/:id/stop/:index/returnables" element={<ReturnablesScreen />} />
          <Route path="/run/:id/end" element={<EndScreen />} />
          <Route path="/scan" element={<ScanScreen />} />
          <Route path="/notices" element={<NoticesScreen />} />
          <Route path="/unplanned" element={<UnplannedScreen />} />
          {identity.role === 'organiser' ? (
            <>
              <Route path="/" element={<Navigate to="/today" replace />} />
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
