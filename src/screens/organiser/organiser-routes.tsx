import type { ReactElement } from 'react';
import { Navigate, Route, Routes, useLocation } from '../common/router.tsx';
import { useClient } from '../common/client.tsx';
import { freshness } from '#store/queries/freshness.ts';
import { ownBranch } from '#store/queries/own-branch.ts';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { BoardAhead } from './board-ahead.tsx';
import { BranchesScreen } from './branches/branches-screen.tsx';
import { CoverageScreen } from './coverage/coverage-screen.tsx';
import { DayScreen } from './day/day-screen.tsx';
import { DeskScreen } from './desk/desk-screen.tsx';
import { ExportScreen } from './export/export-screen.tsx';
import { FirstStepsScreen } from './first/first-steps.tsx';
import { useFirstSteps } from './first/use-first-steps.ts';
import { WelcomeScreen } from './first/welcome-screen.tsx';
import { HandoverScreen } from './handover/handover-screen.tsx';
import { ImportScreen } from './import/import-screen.tsx';
import { ItemsScreen } from './items/items-screen.tsx';
import { MapScreen } from './map/map-screen.tsx';
import { InviteSheetScreen } from './people/invite-sheet-screen.tsx';
import { InviteScreen } from './people/invite-screen.tsx';
import { NoticeListScreen } from './notices/notice-list-screen.tsx';
import { PeopleScreen } from './people/people-screen.tsx';
import { PlacesScreen } from './places/places-screen.tsx';
import { AmendScreen } from './plan/amend-screen.tsx';
import { PlanScreen } from './plan/plan-screen.tsx';
import { PrintScreen } from './print/print-screen.tsx';
import { ReviewScreen } from './review/review-screen.tsx';
import { PaperScreen } from './run/paper-screen.tsx';
import { RunScreen } from './run/run-screen.tsx';
import { ReportScreen } from './sponsors/report-screen.tsx';
import { SponsorScreen } from './sponsors/sponsor-screen.tsx';
import { SponsorsScreen } from './sponsors/sponsors-screen.tsx';
import { SupplyScreen } from './supply/supply-screen.tsx';

/** The screens of a confirmed organiser, or of a coordinator. One chunk, which no driver's phone loads before it is needed. */
export function OrganiserRoutes(): ReactElement {
  const { identity } = useClient();
  if (identity.role === 'coordinator') return <CoordinatorPlaces />;
  return (
    <>
      <BoardAhead />
      <OrganiserPlaces />
    </>
  );
}

function CoordinatorPlaces(): ReactElement {
  useWords('organiser');
  useWords('notices');
  return (
    <Routes>
      <Route path="/branches" element={<BranchesScreen />} />
      <Route path="*" element={<Navigate to="/branches" replace />} />
    </Routes>
  );
}

function OrganiserPlaces(): ReactElement {
  // Here before any form opens: a screen that waited for words in the middle of a tap would go blank for a moment.
  useWords('organiser');
  useWords('places');
  useWords('print');
  useWords('pledges');
  useWords('coverage');
  useWords('supply');
  useWords('notices');
  useWords('requests');
  useWords('handover');
  useWords('map');
  return (
    <Routes>
      <Route path="/handover" element={<HandoverScreen />} />
      <Route path="/coverage" element={<CoverageScreen />} />
      <Route path="/map" element={<MapScreen />} />
      <Route path="/supply" element={<SupplyScreen />} />
      <Route path="/places" element={<PlacesScreen />} />
      <Route path="/items" element={<ItemsScreen />} />
      <Route path="/people" element={<PeopleScreen />} />
      <Route path="/people/sheet" element={<InviteSheetScreen />} />
      <Route path="/people/invite" element={<InviteScreen />} />
      <Route path="/runs/new" element={<PlanScreen />} />
      <Route path="/runs/:id/edit" element={<AmendScreen />} />
      <Route path="/runs/:id" element={<RunScreen />} />
      <Route path="/runs/:id/paper" element={<PaperScreen />} />
      <Route path="/desk" element={<DeskScreen />} />
      <Route path="/print" element={<PrintScreen />} />
      <Route path="/review" element={<ReviewScreen />} />
      <Route path="/notices/edit" element={<NoticeListScreen />} />
      <Route path="/sponsors" element={<SponsorsScreen />} />
      <Route path="/sponsors/report" element={<ReportScreen />} />
      <Route path="/sponsors/:id" element={<SponsorScreen />} />
      <Route path="/export" element={<ExportScreen />} />
      <Route path="/import" element={<ImportScreen />} />
      <Route path="*" element={<Home />} />
    </Routes>
  );
}

/** A branch without a name has had no organiser yet; as long as its row has not come nobody can say so. */
function Home(): ReactElement {
  const branch = useQuery(ownBranch);
  const fresh = useQuery(freshness);
  const isNameless = branch.type === 'known' && branch.value.name === '';
  const isWhole = fresh.type === 'known' && fresh.value.rows === 'whole';
  const steps = useFirstSteps();
  const { search } = useLocation();
  if (isNameless && isWhole) return <WelcomeScreen />;
  // Somebody who asks for a day by name gets that day.
  return steps === undefined || steps === null || search !== '' ? <DayScreen /> : <FirstStepsScreen steps={steps} />;
}
