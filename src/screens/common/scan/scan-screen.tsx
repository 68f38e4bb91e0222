import { Suspense, useState, type ReactElement } from 'react';
import { Banner } from '#ui/banner.tsx';
import { Frame } from '../frame.tsx';
import { useNavigate } from '../router.tsx';
import { useWords } from '../words.ts';
import { LateScanner } from './late-scanner.tsx';
import { runIn } from './run-in.ts';

/** Opens what a sheet of paper is about. Inside the app, because some phones keep the camera's own browser apart from it. */
export function ScanScreen(): ReactElement {
  const { scan: words } = useWords('common');
  const navigate = useNavigate();
  const [hint, setHint] = useState(words.lead);
  const [hasFailed, setHasFailed] = useState(false);
  const read = (text: string): void => {
    const run = runIn(text);
    if (run === undefined) setHint(words.notARun);
    else navigate(`/run/${run}`, { replace: true });
  };
  return (
    <Frame title={words.title} back="/">
      {hasFailed ? (
        <Banner tone="warn" title={words.noCamera} />
      ) : (
        <>
          <Suspense fallback={null}>
            <LateScanner label={words.lead} onRead={read} onFailed={() => setHasFailed(true)} />
          </Suspense>
          <p role="status">{hint}</p>
        </>
      )}
    </Frame>
  );
}
