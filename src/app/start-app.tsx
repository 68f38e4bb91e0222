import { StrictMode, Suspense, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { EnrolledRole } from '#domain/people.ts';
import type { Language } from '#i18n/language.ts';
import type { Area } from '#i18n/load-words.ts';
import { browserAddressBar } from '#screens/common/address-bar.ts';
import { isTabOfIphone } from '#screens/common/install.ts';
import { dressPage, readSettings, SettingsProvider, type Settings } from '#screens/common/settings.tsx';
import { prepareWords } from '#screens/common/words.ts';
import { InsecureAddress } from '#screens/enrol/insecure-address.tsx';
import { isMarkedAtOnce } from '#store/browser-ports.ts';
import { openPhoneStore, type PhoneStore } from '#store/phone-store.ts';
import { storageFailureOf } from '#store/storage-failure.ts';
import type { FormerPorts } from '#sync/send-formers.ts';
import { App, prepareFirst } from './app.tsx';
import { browserPorts } from './browser-ports.ts';
import { CrashPage } from './crash-page.tsx';
import { screenDrawn } from '#screens/common/screen-drawn.ts';
import { followOthers } from './former-holders.ts';
import { openMemory } from './open-memory.ts';
import { followPhotos } from './photo-lane.ts';
import { StorageTroublePage } from './storage-trouble-page.tsx';
import { takeSecret } from './take-secret.ts';

/**
 *   settings -> secure address? --no--> says so
 *                  | yes
 *               memory open? --no--> says why, tries again
 *                  | yes
 *               the app --a bug--> crash page
 *                  `--its memory is gone--> says why
 */
export function startApp(element: HTMLElement): void {
  const settings = readSettings();
  const bar = browserAddressBar();
  const secret = takeSecret(window.location, window.history);
  let store: PhoneStore | undefined;
  let hasCrashed = false;
  const crash = (error: unknown): void => {
    if (hasCrashed) return;
    hasCrashed = true;
    if (storageFailureOf(error) === 'lost') return void sayWhatBecame();
    // A root that has thrown is empty; what follows it is drawn once that is over.
    queueMicrotask(() => root.render(<CrashPage language={readSettings().language} store={store} />));
  };
  /** The memory is gone under the open app: a newer version may have been here, or it hangs. */
  const sayWhatBecame = async (): Promise<void> => {
    const opened = await openPhoneStore(browserPorts.store);
    if (opened.ok) opened.value.close();
    const failure = opened.ok ? ({ code: 'hung' } as const) : opened.error;
    const page = <StorageTroublePage failure={failure} onRetry={() => window.location.reload()} />;
    root.render(<Page settings={readSettings()}>{page}</Page>);
  };
  const root = createRoot(element, { onUncaughtError: crash });
  watchForBugs(crash);
  dressPage(settings);
  const show = (page: ReactElement): void => {
    if (!hasCrashed) root.render(<Page settings={settings}>{page}</Page>);
  };

  if (secret === undefined && isMarkedAtOnce()) loadAhead(settings.language);
  const open = async (): Promise<void> => {
    store = await openMemory((failure, retry) => show(<StorageTroublePage failure={failure} onRetry={retry} />));
    const [identity, beginning] = await Promise.all([store.identity(), store.beginning()]);
    await Promise.all([
      prepareWords(readSettings().language, areasFor(identity?.role)),
      prepareFirst(identity === null || secret !== undefined ? 'door' : 'inside'),
    ]);
    const ports = browserPorts.forStore(store);
    show(
      <App
        store={store}
        enrolPorts={ports.enrol}
        sync={ports.sync}
        identity={identity}
        beginning={beginning}
        secret={secret}
        isTab={isTabOfIphone()}
        bar={bar}
      />,
    );
    void sendLater(store, ports.enrol);
  };
  if (window.isSecureContext) void open();
  else show(<InsecureAddress />);
}

function Page({ settings, children }: { readonly settings: Settings; readonly children: ReactElement }): ReactElement {
  return (
    <StrictMode>
      <SettingsProvider initial={settings}>
        <Suspense fallback={null}>{children}</Suspense>
      </SettingsProvider>
    </StrictMode>
  );
}

/** What is not this phone's own, and pictures: nobody waits for them. */
async function sendLater(store: PhoneStore, ports: FormerPorts): Promise<void> {
  await screenDrawn(store);
  void followOthers(store, ports);
  followPhotos(store, ports);
}

/** Whoever was inside is mostly let in again: what is there comes while the memory is being opened. */
function loadAhead(language: Language): void {
  // What did not come is asked for again, and waited for, once it is certain.
  prepareFirst('inside').catch(() => undefined);
  void prepareWords(language, areasFor('driver'));
}

function areasFor(role: EnrolledRole | undefined): readonly Area[] {
  if (role === undefined) return ['common', 'errors', 'enrol'];
  if (role === 'technicalSupport') return ['common', 'errors', 'requests', 'notices'];
  // An organiser's own words come with the organiser's screens, which may not be on this phone yet.
  return role === 'driver' ? ['common', 'errors', 'driver', 'notices'] : ['common', 'errors'];
}

/** A promise that nobody waited for, an event that threw: the screen may show what is not so. */
function watchForBugs(crash: (error: unknown) => void): void {
  window.addEventListener('unhandledrejection', ({ reason }) => crash(reason));
  window.addEventListener('error', (event) => {
    // Without an error it is a notice of the browser, such as a resize observer's.
    if (event.error !== null && event.error !== undefined) crash(event.error);
  });
}
