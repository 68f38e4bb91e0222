import type { ReactElement } from 'react';
import { useLocation } from '../common/router.tsx';
import { useDrawn } from '../common/use-drawn.ts';
import { useCoverageStanding } from './use-coverage-standing.ts';

/** It changes what the board stands on a thousand times, and nobody looks at the board meanwhile. */
const IMPORT = '/import';

/** The board is one tap away from everywhere: what it stands on is read once the screen is drawn, and followed from then on. */
export function BoardAhead(): ReactElement | null {
  const { pathname } = useLocation();
  const drawn = useDrawn(pathname);
  return drawn === undefined || drawn === IMPORT || pathname === IMPORT ? null : <StandingAhead />;
}

function StandingAhead(): null {
  useCoverageStanding();
  return null;
}
