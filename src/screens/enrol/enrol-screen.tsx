import { useEffect, useState, type ReactElement } from 'react';
import { askInvite, type EnrolFailure, type EnrolPorts } from '#sync/enrol.ts';
import { languageNames, languages } from '#i18n/language.ts';
import { Chips } from '#ui/chips.tsx';
import { Screen } from '#ui/screen.tsx';
import { Wordmark } from '#ui/wordmark.tsx';
import { NewVersionBanner } from '../common/new-version-banner.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import { AlreadyJoined } from './already-joined.tsx';
import { FindInvite } from './find-invite.tsx';
import { isInAppBrowser, ownBrowser } from './in-app-browser.ts';
import { InstallFirst } from './install-first.tsx';
import { JoinForm, type Offer } from './join-form.tsx';
import { KeepRecords } from './keep-records.tsx';
import { OpenRealBrowser } from './open-real-browser.tsx';
import styles from './enrol.module.css';

export type EnrolScreenProps = {
  readonly ports: EnrolPorts;
  /** From the link that opened the app. */
  readonly secret: string | undefined;
  /** This phone has a member; when it was so from the beginning there is nothing to join. */
  readonly isEnrolled: boolean;
  /** There was a member, and the browser has cleared everything. */
  readonly isCleared: boolean;
  /** An iPhone's tab: the app on the home screen would not see what is kept here. */
  readonly isTab: boolean;
  /** A run sheet's picture opened the app. */
  readonly isForRun: boolean;
  readonly onStart: () => void;
};

/**
 *   find --look up--> offer --join--> joined --start--> the app
 *    ^__________________|
 */
type Step =
  | { readonly type: 'find'; readonly failure?: EnrolFailure }
  | { readonly type: 'looking'; readonly secret: string }
  | { readonly type: 'offer'; readonly secret: string; readonly offer: Offer }
  | { readonly type: 'joined'; readonly name: string };

/** How a phone becomes somebody's. The languages stay on top all the way, each in its own script. */
export function EnrolScreen(props: EnrolScreenProps): ReactElement {
  const { appName } = useWords('common');
  const { welcome } = useWords('enrol');
  return (
    <Screen
      header={
        <header className={styles['header']}>
          <Wordmark name={appName} />
          <LanguageChips />
        </header>
      }
    >
      <title>{`${welcome} · ${appName}`}</title>
      <NewVersionBanner />
      <Steps {...props} />
    </Screen>
  );
}

function Steps({ ports, secret, isEnrolled, isCleared, isTab, isForRun, onStart }: EnrolScreenProps): ReactElement {
  const [step, setStep] = useState<Step>(secret === undefined ? { type: 'find' } : { type: 'looking', secret });
  const [isTabFine, setTabFine] = useState(false);
  const [isInApp, setInApp] = useState(() => isInAppBrowser(ownBrowser()));
  const asked = step.type === 'looking' ? step.secret : undefined;
  useEffect(() => {
    if (asked === undefined) return undefined;
    let isOver = false;
    void askInvite(asked, ports.network).then((answer) => {
      if (isOver) return;
      setStep(
        answer.ok ? { type: 'offer', secret: asked, offer: answer.value } : { type: 'find', failure: answer.error },
      );
    });
    return () => {
      isOver = true;
    };
  }, [asked, ports]);

  if (step.type === 'joined') return <KeepRecords store={ports.store} name={step.name} onStart={onStart} />;
  if (isEnrolled) return <AlreadyJoined onStart={onStart} />;
  if (isInApp) return <OpenRealBrowser secret={secret} onStay={() => setInApp(false)} />;
  if (isTab && !isTabFine) return <InstallFirst secret={secret} onStay={() => setTabFine(true)} />;
  if (step.type === 'offer') {
    return (
      <JoinForm
        {...step}
        ports={ports}
        onBack={() => setStep({ type: 'find' })}
        onJoined={(name) => setStep({ type: 'joined', name })}
      />
    );
  }
  return (
    <FindInvite
      ports={ports}
      typed={asked ?? secret}
      isCleared={isCleared}
      isForRun={isForRun}
      isLooking={step.type === 'looking'}
      failure={step.type === 'find' ? step.failure : undefined}
      onFound={(found) => setStep({ type: 'looking', secret: found })}
      onResumed={() => setStep({ type: 'joined', name: '' })}
    />
  );
}

function LanguageChips(): ReactElement {
  const { chooseLanguage } = useWords('enrol');
  const { chosenLanguage, change } = useSettings();
  return (
    <Chips
      width="shared"
      label={chooseLanguage}
      labelled="hidden"
      options={languages.map((value) => ({ value, label: languageNames[value] }))}
      value={chosenLanguage}
      onChange={(value) => change({ language: value })}
    />
  );
}
