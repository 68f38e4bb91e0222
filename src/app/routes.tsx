import { lazy, type ReactElement } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useClient } from '#screens/common/client.tsx';
import { PhoneScreen } from '#screens/common/phone/phone-screen.tsx';
import { RevokedScreen } from '#screens/common/revoked-screen.tsx';
import { UnsentScreen } from '#screens/common/unsent/unsent-screen.tsx';
import { WaitingScreen } from '#screens/common/waiting-screen.tsx';
import { EndScreen } from '#screens/driver/end-screen.tsx';
import { RunScreen } from '#screens/driver/run-screen.tsx';
import { RunsScreen } from '#screens/driver/runs-screen.tsx';
import { StopScreen } from '#screens/driver/stop-screen.tsx';
import { UnplannedScreen } from '#screens/driver/unplanned-screen.tsx';

/** Tables, forms and the import: no driver's phone loads them. */
const OrganiserRoutes = lazy(async () => ({
  default: (await import('#screens/organiser/organiser-routes.tsx')).OrganiserRoutes,
}));

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
          <Route path="/run/:id/end" element={<EndScreen />} />
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
