import { Suspense, useState, type ReactElement } from 'react';
import { pendingEnrolment } from '#store/enrolment.ts';
import { formerHolders } from '#store/queries/former-holders.ts';
import { type EnrolFailure, type EnrolPorts, resumeEnrolment } from '#sync/enrol.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { LateScanner } from '../common/scan/late-scanner.tsx';
import { TroubleBanner } from '../common/trouble-banner.tsx';
import { useStoreQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { EnrolTrouble } from './enrol-trouble.tsx';
import { inviteSecretIn, secretToCode, typedLength } from './invite-secret.ts';
import styles from './enrol.module.css';

export type FindInviteProps = {
  readonly ports: EnrolPorts;
  /** What was looked up before, to be compared letter by letter. */
  readonly typed: string | undefined;
  readonly isCleared: boolean;
  readonly isForRun: boolean;
  readonly isLooking: boolean;
  readonly failure: EnrolFailure | undefined;
  readonly onFound: (secret: string) => void;
  readonly onResumed: () => void;
};

/** Where the invitation comes from: a picture to scan, or a code to type. */
export function FindInvite(props: FindInviteProps): ReactElement {
  const { ports, typed, isCleared, isForRun, isLooking, failure, onFound, onResumed } = props;
  const words = useWords('enrol');
  const errors = useWords('errors');
  return (
    <>
      <div>
        <h1 className={styles['title']}>{words.welcome}</h1>
        <p>{words.lead}</p>
      </div>
      {isCleared ? <TroubleBanner trouble={errors.storage.cleared} /> : null}
      {isForRun && !isCleared ? <Banner tone="info" icon="qr" title={words.forRun} /> : null}
      {failure === undefined ? null : <EnrolTrouble failure={failure} />}
      <Formers ports={ports} />
      <Unfinished ports={ports} onResumed={onResumed} />
      <Scan isLooking={isLooking} onFound={onFound} />
      <CodeForm typed={typed} isLooking={isLooking} onFound={onFound} />
      <p className={styles['fine']}>{words.needsNetwork}</p>
    </>
  );
}

/** Whoever takes over a phone hears that somebody else's work still lies on it, and that nothing is to be done. */
function Formers({ ports }: Pick<FindInviteProps, 'ports'>): ReactElement | null {
  const words = useWords('enrol');
  const formers = useStoreQuery(ports.store, formerHolders);
  const count = formers.type === 'known' ? formers.value.reduce((sum, { unsent }) => sum + unsent, 0) : 0;
  return count === 0 ? null : <Banner tone="info" icon="upload" title={words.formers(count)} />;
}

function Scan({ isLooking, onFound }: Pick<FindInviteProps, 'isLooking' | 'onFound'>): ReactElement {
  const words = useWords('enrol');
  const [isScanning, setScanning] = useState(false);
  const [hint, setHint] = useState<string | undefined>(undefined);
  const begin = (): void => {
    setHint(undefined);
    setScanning(true);
  };
  const end = (why: string | undefined): void => {
    setScanning(false);
    setHint(why);
  };
  const read = (text: string): void => {
    const secret = inviteSecretIn(text);
    if (secret === undefined) return setHint(words.notAnInvite);
    end(undefined);
    onFound(secret);
  };
  if (!isScanning) {
    return (
      <Stack gap="small">
        <Button look="primary" size="big" width="full" icon="qr" isDisabled={isLooking} onPress={begin}>
          {words.scan}
        </Button>
        {hint === undefined ? null : <p role="alert">{hint}</p>}
      </Stack>
    );
  }
  return (
    <Stack gap="small">
      <Suspense fallback={null}>
        <LateScanner label={words.scanHint} onRead={read} onFailed={() => end(words.noCamera)} />
      </Suspense>
      <p role="status">{hint ?? words.scanHint}</p>
      <Button onPress={() => end(undefined)} icon="cross" width="full">
        {words.scanStop}
      </Button>
    </Stack>
  );
}

type CodeFormProps = Pick<FindInviteProps, 'typed' | 'isLooking' | 'onFound'>;

function CodeForm({ typed, isLooking, onFound }: CodeFormProps): ReactElement {
  const words = useWords('enrol');
  const [code, setCode] = useState(typed === undefined ? '' : secretToCode(typed));
  const [error, setError] = useState<string | undefined>(undefined);
  const look = (): void => {
    const secret = inviteSecretIn(code);
    if (secret === undefined) return setError(words.codeIncomplete(String(typedLength(code))));
    setError(undefined);
    onFound(secret);
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <TextInput
        label={words.typeCode}
        hint={words.codeHint}
        error={error}
        kind="code"
        value={code}
        onChange={(next) => {
          setCode(next);
          setError(undefined);
        }}
      />
      <Button type="submit" width="full" isBusy={isLooking} isDisabled={isLooking}>
        {isLooking ? words.looking : words.look}
      </Button>
    </form>
  );
}

/** The answer of an earlier attempt never came: the server may already know this phone. */
function Unfinished({ ports, onResumed }: Pick<FindInviteProps, 'ports' | 'onResumed'>): ReactElement | null {
  const words = useWords('enrol');
  const { actions } = useWords('common');
  const pending = useStoreQuery(ports.store, pendingEnrolment);
  const [isTrying, setTrying] = useState(false);
  const [failure, setFailure] = useState<EnrolFailure | undefined>(undefined);
  if (pending.type === 'unknown' || pending.value === null) return null;
  const resume = async (): Promise<void> => {
    setTrying(true);
    const resumed = await resumeEnrolment(ports);
    setTrying(false);
    if (resumed === null || resumed.ok) onResumed();
    else setFailure(resumed.error);
  };
  return (
    <Stack gap="small">
      <Banner
        tone="info"
        title={words.unfinished}
        action={
          <Button look="primary" width="full" isBusy={isTrying} isDisabled={isTrying} onPress={() => void resume()}>
            {isTrying ? words.joining : actions.retry}
          </Button>
        }
      >
        <p>{words.unfinishedHint}</p>
      </Banner>
      {failure === undefined ? null : <EnrolTrouble failure={failure} />}
    </Stack>
  );
}
