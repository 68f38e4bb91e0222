import '#ui/tokens.css';
import '#ui/base.css';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage } from '#i18n/language.ts';
import { SettingsProvider } from '#screens/common/settings.tsx';
import { prepareWords } from '#screens/common/words.ts';
import { SponsorScreen } from '#screens/sponsor/sponsor-screen.tsx';
import { browserMarker } from '#store/browser-ports.ts';
import { browserTimer } from '#store/browser-time.ts';
import { sponsorLink } from '#sync/sponsor-link.ts';
import { holdSet } from './file-sets.ts';
import { registerServiceWorker } from './service-worker-registration.ts';

/**
 * The sponsor's page: an entry of its own, without the phone's database and the app's ways. The secret stays in the address's
 * fragment, where no server sees it and a bookmark keeps it.
 */
const root = document.getElementById('root');
if (root === null) throw new Error('sponsor.html has no #root element');

const network = { fetch: (path: string, init: RequestInit) => fetch(path, init), timer: browserTimer };
const link = sponsorLink(location.hash.slice(1), { network, keep: localStorage });
// Asked before anything is drawn: on a slow link the answer travels while the words do.
let first: ReturnType<typeof link.ask> | undefined = link.ask();
const ask = (): ReturnType<typeof link.ask> => {
  const answer = first ?? link.ask();
  first = undefined;
  return answer;
};
const language = link.kept()?.language ?? chooseLanguage(navigator.languages);
await prepareWords(language, ['sponsor']);
createRoot(root).render(
  <StrictMode>
    <SettingsProvider initial={{ theme: 'auto', textSize: 100, language }} keeps="nothing">
      <Suspense fallback={null}>
        <SponsorScreen link={{ ...link, ask }} />
      </Suspense>
    </SettingsProvider>
  </StrictMode>,
);

/** Nothing here could be lost by a newer version, so nobody is asked; but whoever is enrolled here is asked by the app. */
const renew = async (activate: () => Promise<boolean>): Promise<void> => {
  if (!(await browserMarker.isSet())) await activate();
};
const ignore = (): void => undefined;
// With it the page opens again with no network.
if (import.meta.env.PROD) {
  const onUpdateReady = (activate: () => Promise<boolean>): void => void renew(activate).catch(ignore);
  void registerServiceWorker({ onHeld: ignore, onUpdateReady, onReplaced: ignore })
    .then(() => holdSet('sponsor'))
    .catch(ignore);
}
